package aftercare.standalone;

import java.util.Locale;

/** A data directory is born demo or live and never changes. */
public enum Mode {
    DEMO,
    LIVE;

    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }
}
