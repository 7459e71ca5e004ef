package aftercare.intake.sites;

import aftercare.schemas.SiteId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All sites; the first is the one that a record belongs to when it names none. */
public final class Sites {
    private final List<Site> all;

    public Sites(List<Site> all) {
        this.all = List.copyOf(all);
    }

    public Site usual() {
        return all.getFirst();
    }

    public Optional<Site> byId(String id) {
        return all.stream().filter(site -> site.id().equals(new SiteId(id))).findFirst();
    }

    /** The first site that one of these references names. */
    public Optional<Site> byReference(Collection<String> references) {
        return all.stream()
                .filter(site -> references.stream().anyMatch(site.references()::contains))
                .findFirst();
    }
}
