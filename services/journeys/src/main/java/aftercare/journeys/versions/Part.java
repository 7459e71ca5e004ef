package aftercare.journeys.versions;

import java.util.Locale;
import java.util.Optional;

/** The two kinds of elements that a journey is made of. */
public enum Part {
    TOUCHPOINTS,
    TOPICS;

    /** The name of the list in the file. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> named(String field) {
        for (var part : values()) {
            if (part.field().equals(field)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
