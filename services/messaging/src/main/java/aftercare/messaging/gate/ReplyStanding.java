package aftercare.messaging.gate;

import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reply, every verdict on it, and when a named human last let go what it holds back. A release covers what was known until then: a later
 * verdict that is higher holds anew.
 */
public record ReplyStanding(
        ReplyId id,
        List<Reading> readings,
        @Nullable Instant unscreenedAt,
        @Nullable Instant releasedAt) {
    public ReplyStanding {
        readings = List.copyOf(readings);
    }

    /** The highest level ever given; empty while there is none. */
    public Optional<Level> level() {
        return highest(readings.stream());
    }

    /** Whether a machine may answer it, leaving aside what else stands on the line (S1). */
    public boolean isRoutine() {
        return unscreenedAt == null
                && level().filter(level -> level == Level.ROUTINE).isPresent();
    }

    /** Whether somebody is paged for it, or it counts as if: then not even a keyword in it is answered. */
    public boolean pages() {
        return unscreenedAt != null || readings.stream().anyMatch(Reading::pages);
    }

    boolean unread() {
        return readings.isEmpty() && (unscreenedAt == null || !released(unscreenedAt));
    }

    /** Everything is held: until a human lets go, also when the verdict came late and was ROUTINE. */
    boolean closes() {
        return (unscreenedAt != null && !released(unscreenedAt)) || held().anyMatch(Reading::pages);
    }

    boolean closesAllButLogistics() {
        return held().anyMatch(reading -> reading.level() == Level.CONCERN);
    }

    private Stream<Reading> held() {
        return readings.stream()
                .filter(reading -> reading.level() != Level.ROUTINE)
                .filter(reading -> !released(reading.screenedAt()));
    }

    private boolean released(Instant since) {
        return releasedAt != null && !releasedAt.isBefore(since);
    }

    private static Optional<Level> highest(Stream<Reading> readings) {
        return readings.map(Reading::level).min(Level::compareTo); // CRISIS stands first
    }
}
