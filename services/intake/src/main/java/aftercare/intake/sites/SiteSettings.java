package aftercare.intake.sites;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Sites by id, for an organisation that has more than its usual one. */
@ConfigurationProperties("intake")
record SiteSettings(@DefaultValue Map<String, Place> sites) {
    record Place(ZoneId zone, @DefaultValue Set<String> references) {}
}
