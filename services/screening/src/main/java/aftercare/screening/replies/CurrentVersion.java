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

    Versions versions() {
        var version = screener.version();
        return new Versions(version.engine(), version.rules(), version.model());
    }
}
