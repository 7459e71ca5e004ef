package aftercare.simulator.clock;

import aftercare.simulator.clock.Goal.NextDue;
import aftercare.simulator.clock.Goal.Until;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody wants to play: one of the three.
 *
 * @param until an instant with an offset, or without one the clinic's own date and time
 * @param span a duration such as PT1H, or days such as P1D: the same time of day, also over a change of the clocks
 * @param toNext to whatever falls due next
 * @param waiting whether the answer waits for the end of the play, as it does unless told not to
 */
public record PlayRequest(
        @Nullable String until,
        @JsonProperty("for") @Nullable String span,
        @Nullable Boolean toNext,
        @JsonProperty("wait") @Nullable Boolean waiting) {

    boolean waits() {
        return waiting == null || waiting;
    }

    /**
     * @throws DateTimeException with a sentence for whoever asked
     */
    Goal goal(Instant now, ZoneId zone) {
        if (Boolean.TRUE.equals(toNext)) {
            return new NextDue();
        }
        if (until != null) {
            return new Until(notBefore(now, instant(until, zone), zone));
        }
        if (span != null) {
            return new Until(notBefore(now, after(now, span, zone), zone));
        }
        throw new DateTimeException(
                "Say how far: {\"for\": \"PT1H\"}, {\"until\": \"2026-03-04T18:00\"} (clinic time) or {\"toNext\": true}.");
    }

    private static Instant instant(String until, ZoneId zone) {
        try {
            return OffsetDateTime.parse(until).toInstant();
        } catch (DateTimeException e) {
            return local(until, zone);
        }
    }

    private static Instant local(String until, ZoneId zone) {
        try {
            return LocalDateTime.parse(until).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new DateTimeException(
                    "\"until\" is not a date and time. Write 2026-03-04T18:00 for the clinic's own time, or 2026-03-04T18:00:00Z.",
                    e);
        }
    }

    private static Instant after(Instant now, String span, ZoneId zone) {
        try {
            return span.contains("T")
                    ? now.plus(Duration.parse(span))
                    : now.atZone(zone).plus(Period.parse(span)).toInstant();
        } catch (DateTimeException e) {
            throw new DateTimeException("\"for\" is not a span. Write PT30M, PT1H or P1D.", e);
        }
    }

    private static Instant notBefore(Instant now, Instant wanted, ZoneId zone) {
        if (wanted.isBefore(now)) {
            throw new DateTimeException("Clinic time never goes back: in the clinic it is already "
                    + now.atZone(zone).toLocalDateTime().withNano(0) + ". Name a later time.");
        }
        return wanted;
    }
}
