package aftercare.intake.sites;

import aftercare.schemas.SiteId;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SiteConfiguration {
    @Bean
    Sites sites(ClinicSettings clinic, SiteSettings settings) {
        var all = new ArrayList<Site>();
        var usual = settings.sites().get(clinic.site());
        all.add(new Site(
                new SiteId(clinic.site()),
                usual == null ? clinic.zone() : usual.zone(),
                usual == null ? Set.of() : usual.references()));
        settings.sites().forEach((id, place) -> {
            if (!id.equals(clinic.site())) {
                all.add(new Site(new SiteId(id), place.zone(), place.references()));
            }
        });
        return new Sites(all);
    }
}
