package aftercare.journeys.versions;

import org.jspecify.annotations.Nullable;

/**
 * One field that a new version says otherwise.
 *
 * @param element the touchpoint's or topic's id, or {@code journey}
 * @param field its path in the element; empty where the whole element is new or gone
 * @param before none where it is new
 * @param after none where it is gone
 */
record Difference(
        String element,
        String name,
        Kind kind,
        String field,
        @Nullable String before,
        @Nullable String after) {

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
