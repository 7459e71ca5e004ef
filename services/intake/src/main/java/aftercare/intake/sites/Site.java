package aftercare.intake.sites;

import aftercare.schemas.SiteId;
import java.time.ZoneId;
import java.util.Set;

/** One site, and the references (such as {@code Organization/12}) by which the EHR's records name it. */
public record Site(SiteId id, ZoneId zone, Set<String> references) {
    public Site {
        references = Set.copyOf(references);
    }
}
