package aftercare.journeys.facts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.FromClinic;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitSeen;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the clinic came to know facts, whatever the order they reached us in: by when they were recorded, then by the
 * record's version, then by when they happened. A lower version of a record is never later than a higher one, even where a late
 * delivery was stamped on arrival.
 */
final class RecordOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}");

    private RecordOrder() {}

    /** A fact and when it counts as recorded. */
    record Placed<T extends FromClinic>(T fact, Instant recordedAt) {}

    /** In order, without repetitions: the same version of a record saying the same again under another id is one fact. */
    static <T extends FromClinic> List<Placed<T>> of(Collection<T> facts) {
        var ordered = facts.stream()
                .map(fact -> new Placed<>(fact, recordedAt(fact, facts)))
                .sorted(comparing((Placed<T> placed) -> placed.recordedAt())
                        .thenComparing(placed -> version(placed.fact()), nullsFirst(naturalOrder()))
                        .thenComparing(placed -> placed.fact().source().occurredAt())
                        .thenComparingInt(placed -> strength(placed.fact()))
                        .thenComparing(placed -> placed.fact().toString()))
                .toList();
        var said = new HashSet<Object>();
        var once = new ArrayList<Placed<T>>();
        for (var placed : ordered) {
            if (said.add(meaning(placed.fact()))) {
                once.add(placed);
            }
        }
        return once;
    }

    private static Instant recordedAt(FromClinic fact, Collection<? extends FromClinic> all) {
        var version = version(fact);
        if (version == null) {
            return fact.source().recordedAt();
        }
        return all.stream()
                .filter(other -> sameRecord(fact.source(), other.source()))
                .filter(other -> {
                    var theirs = version(other);
                    return theirs != null && theirs.compareTo(version) >= 0;
                })
                .map(other -> other.source().recordedAt())
                .min(naturalOrder())
                .orElseThrow();
    }

    private static boolean sameRecord(Source one, Source other) {
        return one.system().equals(other.system()) && one.record().equals(other.record());
    }

    private static @Nullable BigInteger version(FromClinic fact) {
        var version = fact.source().version();
        return version != null && NUMBER.matcher(version).matches() ? new BigInteger(version) : null;
    }

    /** Facts without a version are told apart by when they were recorded: the clinic may well book, cancel and book the same again. */
    private static Object meaning(FromClinic fact) {
        var source = fact.source();
        var told = source.version() == null ? source.recordedAt() : source.version();
        return switch (fact) {
            case PatientSeen patient -> List.of(source.system(), source.record(), told, patient.toString());
            case VisitSeen visit -> List.of(source.system(), source.record(), told, visit.change(), visit.startsAt());
            case CheckInSeen step ->
                List.of(source.system(), source.record(), told, step.step(), step.at(), step.enteredInError());
        };
    }

    private static int strength(FromClinic fact) {
        return switch (fact) {
            case PatientSeen patient -> patient.merged() || patient.deceased() ? 1 : 0;
            case VisitSeen visit -> strength(visit.change());
            case CheckInSeen step -> step.enteredInError() ? 11 : 10;
        };
    }

    /** Of two changes recorded at once the one after which less is said counts. */
    private static int strength(Fact.VisitChange change) {
        return switch (change) {
            case BOOKED -> 0;
            case MODIFIED -> 1;
            case RESCHEDULED -> 2;
            case NO_SHOW -> 3;
            case CANCELLED -> 4;
        };
    }
}
