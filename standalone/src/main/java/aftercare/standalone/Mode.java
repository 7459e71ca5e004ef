package aftercare.standalone;

import java.util.Locale;

/** A data directory is born demo or live and never changes. */
enum Mode {
    DEMO,
    LIVE;

    String property() {
        return name().toLowerCase(Locale.ROOT);
    }
}
