package aftercare.journeys.pauses;

import aftercare.journeys.planning.Patients;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.platform.audit.Audit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters and removes days on which nobody is in. Everybody is planned again. */
@Service
class Closing {
    private static final int YEARS_AHEAD = 10;

    private final ClosureTable closures;
    private final Patients patients;
    private final Audit audit;

    Closing(ClosureTable closures, Patients patients, Audit audit) {
        this.closures = closures;
        this.patients = patients;
        this.audit = audit;
    }

    @Transactional
    public Result<List<Closure>> close(List<Closure> days, String by, Instant now) {
        if (days.stream().anyMatch(closure -> closure.lastDay().isBefore(closure.firstDay()))) {
            return Result.refused(Refusal.unusable("ends-first", "The last day lies before the first."));
        }
        days.forEach(closure -> enter(closure, by, now));
        patients.lookAgainAtAll();
        return Result.done(days);
    }

    private void enter(Closure closure, String by, Instant now) {
        closures.add(closure, now);
        audit.record(
                now,
                by,
                "ClosureEntered",
                "closure/" + closure.id(),
                Map.of(
                        "from",
                        closure.firstDay().toString(),
                        "to",
                        closure.lastDay().toString()));
    }

    /** The holidays of a year that are not entered yet. */
    @Transactional
    public Result<List<Closure>> holidays(int year, String by, Instant now) {
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        if (year < thisYear - 1 || year > thisYear + YEARS_AHEAD) {
            return Result.refused(Refusal.unusable(
                    "no-such-year", "Choose a year from " + thisYear + " to " + (thisYear + YEARS_AHEAD) + "."));
        }
        var holidays = FederalHolidays.of(year);
        // New Year's Day is observed in the year before where it is a Saturday.
        var known = closures.from(holidays.getFirst().day());
        var days = holidays.stream()
                .filter(holiday -> known.stream().noneMatch(one -> one.overlaps(holiday.day(), holiday.day())))
                .map(holiday -> new Closure(UUID.randomUUID(), holiday.day(), holiday.day(), holiday.name(), by))
                .toList();
        return days.isEmpty()
                ? Result.refused(
                        Refusal.conflict("holidays-known", "The federal holidays of " + year + " are entered already."))
                : close(days, by, now);
    }

    @Transactional
    public Result<UUID> remove(UUID id, String by, Instant now) {
        if (!closures.remove(id, now)) {
            return Result.refused(Refusal.notThere("no-such-closure", "These days are not entered any more."));
        }
        audit.record(now, by, "ClosureRemoved", "closure/" + id, Map.of());
        patients.lookAgainAtAll();
        return Result.done(id);
    }
}
