package aftercare.simulator.carrier;

import java.time.Instant;
import java.time.LocalDate;
<<<<<<< HEAD
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
=======
>>>>>>> simulator
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
<<<<<<< HEAD
        return dayOnly(value)
                ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                : moment(value);
    }

    private static Instant end(String value) {
        return dayOnly(value)
                ? LocalDate.parse(value)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : moment(value).plusMillis(1);
    }

    private static boolean dayOnly(String value) {
        return value.length() <= 10;
    }

    /** Twilio's SDK writes UTC without saying so. */
    private static Instant moment(String value) {
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
=======
        return value.length() > 10
                ? instant(value)
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(String value) {
        return value.length() > 10
                ? instant(value).plusMillis(1)
                : LocalDate.parse(value).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
>>>>>>> simulator
    }

    /** The SDK leaves the zone out and means UTC. */
    private static Instant instant(String value) {
        return DateTimeFormatter.ISO_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .parse(value, Instant::from);
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
