package aftercare.journeys.definition;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a touchpoint goes. */
final class TimingReader {
    private static final Duration HISTORY = Duration.ofDays(2);
    private static final SendHours USUAL = new SendHours(LocalTime.of(10, 0), LocalTime.of(18, 0));

    private TimingReader() {}

    static Timing timing(Fields fields) {
        var timing = new Timing(
                fields.required("anchor", Fields.oneOf(Anchor.class), Anchor.CONSENT),
                fields.required("offset", Offset::parse, new Offset(0, Duration.ZERO)),
                fields.optional("fallback", Offset::parse).orElse(null),
                fields.optional("until", Offset::parse).orElse(null),
                fields.required("window", SendHours::parse, USUAL),
                fields.optional("late", SendHours::parse).orElse(null),
                days(fields),
                repeat(fields),
                fields.optional("expires", Spellings::span).orElse(null),
                fields.required("oncePer", Fields.oneOf(OncePer.class), OncePer.PATIENT),
                fields.optional("persist", Fields.yesOrNo()).orElse(false),
                fields.optional("maxAge", Spellings::span).orElse(HISTORY),
                fields.optional("clearOfSession", Spellings::span).orElse(null),
                fields.optional("supersededBySession", Fields.yesOrNo()).orElse(false),
                fields.optional("whenClosed", Fields.oneOf(WhenClosed.class)).orElse(WhenClosed.GO));
        refuseWhatDoesNotFit(fields, timing);
        return timing;
    }

    private static Set<java.time.DayOfWeek> days(Fields fields) {
        var days = fields.list("days", Spellings::day);
        return days.isEmpty() ? Timing.ANY_DAY : Set.copyOf(days);
    }

    private static @Nullable Repeat repeat(Fields fields) {
        var times = fields.optional("times", Spellings.between(2, Repeat.MOST));
        Optional<Offset> every = fields.optional("every", Spellings::forward);
        if (every.isEmpty() && times.isPresent()) {
            fields.problem("every", "is missing beside times");
        }
        return every.map(it -> new Repeat(it, times.orElse(null))).orElse(null);
    }

    private static void refuseWhatDoesNotFit(Fields fields, Timing timing) {
        if (timing.fallback() != null && timing.anchor() != Anchor.COMPLETED) {
            fields.problem("fallback", "is only for anchor COMPLETED");
        }
        var repeat = timing.repeat();
        if (repeat != null && repeat.times() == null && timing.anchor() != Anchor.SERIES) {
            fields.problem("times", "is missing: only what repeats in a SERIES ends by itself");
        }
        if (repeat == null && timing.anchor() == Anchor.SERIES) {
            fields.problem("every", "is missing: a SERIES is for what comes again");
        }
        if (repeat != null && timing.persist()) {
            fields.problem("persist", "is not for what comes again by itself");
        }
        if (timing.until() != null && timing.offset().time() != null) {
            fields.problem("until", "is only for an offset of whole days");
        }
        var expires = timing.expires();
        if (expires != null && expires.isZero()) {
            fields.problem("expires", "leaves no time to go");
        }
        if (timing.anchor() == Anchor.ANSWERED && !fields.holds("when", "answered")) {
            fields.problem("when.answered", "is missing: it names the check-in that was answered");
        }
    }
}
