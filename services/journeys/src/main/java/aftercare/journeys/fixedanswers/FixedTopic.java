package aftercare.journeys.fixedanswers;

import java.util.Arrays;
import java.util.Optional;

/** What a fixed text may be about: only what is the same for every patient. Screening names these topics in a routine request. */
enum FixedTopic {
    ADDRESS,
    HOURS,
    PARKING;

    static Optional<FixedTopic> named(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }
}
