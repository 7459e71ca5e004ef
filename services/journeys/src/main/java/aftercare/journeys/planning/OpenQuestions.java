package aftercare.journeys.planning;

import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Rank;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question at a time. A question waits while one of higher rank is open, or one of its own rank that was put on the same day; a
 * question of the same or a higher rank on a later day takes the place of the one before. Of two visits' confirmations the later does so on the
 * same day as well.
 */
final class OpenQuestions {
    private final Instant now;
    private final List<Open> open = new ArrayList<>();

    OpenQuestions(Instant now) {
        this.now = now;
    }

    private record Open(String key, Rank rank, Instant from, Instant until) {

        /** Whether it stands in the way of a question at {@code at}. */
        boolean blocks(Rank other, Instant at, ZoneId zone) {
            return !at.isBefore(from)
                    && at.isBefore(until)
                    && (other.isBelow(rank) || (other == rank && rank != Rank.LOGISTICS && isSameDay(at, zone)));
        }

        private boolean isSameDay(Instant at, ZoneId zone) {
            return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(from, zone));
        }
    }

    void put(String key, Rank rank, Window window, @Nullable Asks asks) {
        if (asks != null) {
            open.add(new Open(key, rank, window.opensAt(), window.opensAt().plus(asks.answerWithin())));
        }
    }

    /** What others leave of a question's window. A reminder belongs to its own question, which does not stand in its way. */
    Optional<Window> leaveOf(Window window, String key, Rank rank, ZoneId zone) {
        var opensAt = window.opensAt().isBefore(now) ? now : window.opensAt();
        if (blocking(key, rank, opensAt, zone).isEmpty()) {
            return Optional.of(window);
        }
        for (var next = blocking(key, rank, opensAt, zone);
                next.isPresent();
                next = blocking(key, rank, opensAt, zone)) {
            opensAt = next.get().until();
            if (!opensAt.isBefore(window.closesAt())) {
                return Optional.empty();
            }
        }
        return Optional.of(WindowRule.opening(window, opensAt));
    }

    private Optional<Open> blocking(String key, Rank rank, Instant at, ZoneId zone) {
        return open.stream()
                .filter(other -> !other.key().equals(key) && other.blocks(rank, at, zone))
                .findFirst();
    }
}
