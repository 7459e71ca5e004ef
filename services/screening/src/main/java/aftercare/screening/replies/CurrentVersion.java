package aftercare.screening.replies;

import aftercare.schemas.screening.Versions;
import aftercare.screening.engine.Screener;
import org.springframework.stereotype.Component;

/** What makes the verdicts of this process. */
@Component
class CurrentVersion {
    private final Screener screener;

    CurrentVersion(Screener screener) {
        this.screener = screener;
    }

    /** "1.0+3f9a..." is the engine's code and the digest of its rules. */
    Versions versions() {
        var parts = screener.version().split("\\+", 2);
        return new Versions(parts[0], parts[parts.length - 1], null);
    }
}
