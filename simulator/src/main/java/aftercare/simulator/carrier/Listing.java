package aftercare.simulator.carrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of the carrier's list somebody wants to see. */
record Listing(
        @Nullable String to,
        @Nullable String from,
        @Nullable Instant since,
        @Nullable Instant until,
        int page,
        int pageSize) {
    private static final int USUAL = 50;
    private static final int MOST = 1000;

    /** Reads Twilio's parameters; a date without a time is that whole day, UTC. "DateSent<" and "DateSent>" include the instant. */
    static Listing read(Function<String, @Nullable String> parameter) {
        var on = parameter.apply("DateSent");
        var after = parameter.apply("DateSent>");
        var before = parameter.apply("DateSent<");
        return new Listing(
                parameter.apply("To"),
                parameter.apply("From"),
                on != null ? start(on) : after == null ? null : start(after),
                on != null ? end(on) : before == null ? null : end(before),
                Math.max(0, number(parameter.apply("Page"), 0)),
                Math.clamp(number(parameter.apply("PageSize"), USUAL), 1, MOST));
    }

    private static Instant start(String value) {
        return value.length() > 10
                ? instant(value)
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(String value) {
        return value.length() > 10
                ? instant(value).plusMillis(1)
                : LocalDate.parse(value)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }

    /** The SDK leaves the zone out and means UTC. */
    private static Instant instant(String value) {
        return DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(value, Instant::from);
    }

    private static int number(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Never shows numbers (S9). */
    @Override
    public String toString() {
        return "Listing";
    }
}
