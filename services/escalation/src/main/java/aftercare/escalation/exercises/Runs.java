package aftercare.escalation.exercises;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.cases.Origin;
import aftercare.escalation.cases.RehearsedCases;
import aftercare.escalation.exercises.Readiness.Ready;
import aftercare.escalation.exercises.Readiness.Why;
import aftercare.escalation.exercises.Starting.Busy;
import aftercare.escalation.exercises.Starting.PatientWaits;
import aftercare.escalation.exercises.Starting.Started;
import aftercare.escalation.exercises.Starting.Unfit;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.protocol.DoneSteps;
import aftercare.schemas.LineId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How exercises begin and end. With a run its case ends; a loop that closed clears the alarm that an earlier one raised. */
@Service
class Runs {
    private static final String CANARY = "canary";

    private final Exercises exercises;
    private final CanaryLine line;
    private final CanaryCalendar calendar;
    private final RehearsedCases cases;
    private final DoneSteps steps;
    private final ExercisePolicy policy;
    private final DrillTargets targets;
    private final CanarySettings settings;
    private final Facts facts;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    Runs(
            Exercises exercises,
            CanaryLine line,
            CanaryCalendar calendar,
            RehearsedCases cases,
            DoneSteps steps,
            DrillTargets targets,
            CanarySettings settings,
            DrillSettings drill,
            Facts facts,
            Alarms alarms,
            TransactionTemplate transaction) {
        this.exercises = exercises;
        this.line = line;
        this.calendar = calendar;
        this.cases = cases;
        this.steps = steps;
        this.policy = new ExercisePolicy(settings.within(), drill.unansweredAfter(), drill.longest());
        this.targets = targets;
        this.settings = settings;
        this.facts = facts;
        this.alarms = alarms;
        this.transaction = transaction;
    }

    /** An admin lets on-call practise. */
    Starting startDrill(String by, @Nullable String reason, Instant now) {
        var other = exercises.underWay();
        if (other.isPresent()) {
            return new Busy(other.get());
        }
        if (cases.patientNeedsSomeone()) {
            return new PatientWaits();
        }
        return switch (line.look()) {
            case Readiness.Unfit(var why) -> new Unfit(why);
            case Ready(var id) -> begin(Origin.DRILL, id, by, reason, now);
        };
    }

    /** One is due, and nothing else is under way. */
    void startCanary(Instant now) {
        switch (line.look()) {
            case Readiness.Unfit(var why) -> refuse(why);
            case Ready(var id) -> {
                for (var why : Why.values()) {
                    alarms.clear(AlarmKind.CANARY_REFUSED, why.words());
                }
                begin(Origin.CANARY, id, Facts.MACHINE, null, now);
            }
        }
    }

    private void refuse(Why why) {
        alarms.raise(AlarmKind.CANARY_REFUSED, why.words());
    }

    private Starting begin(Origin kind, LineId id, String by, @Nullable String reason, Instant now) {
        return transaction.execute(status -> exercises
                .start(kind, id, by, reason, now)
                .<Starting>map(started -> {
                    if (kind == Origin.CANARY) {
                        calendar.next(now.plus(settings.every()));
                    }
                    tell(started, "Started", by, Map.of(), now);
                    return new Started(started);
                })
                .orElseGet(() -> new Busy(exercises.underWay().orElseThrow())));
    }

    private void tell(Exercise run, String what, String by, Map<String, String> why, Instant now) {
        var kind = run.kind() == Origin.DRILL ? "Drill" : "Canary";
        facts.record(now, by, kind + what, "exercise/" + run.id(), why);
    }

    /** Its text is with the carrier, or may be. */
    @Transactional
    public void sent(Exercise run, Instant now) {
        exercises.sent(run.id(), now);
        tell(run, "Sent", Facts.MACHINE, Map.of(), now);
    }

    /** Ends the one under way if it is over; returns whether it was. */
    @Transactional
    public boolean endWhatIsOver(Instant now) {
        return exercises
                .underWay()
                .flatMap(run -> locked(run.id(), run.lineId()))
                .flatMap(run -> outcome(run, now).map(outcome -> {
                    end(run, outcome, Facts.MACHINE, now);
                    return outcome;
                }))
                .isPresent();
    }

    Optional<Outcome> outcome(Exercise run, Instant now) {
        var interrupts = run.kind() == Origin.DRILL && cases.patientNeedsSomeone();
        return policy.outcome(run, exercises.standing(run, interrupts), now);
    }

    Optional<Instant> nextLookAfter(Exercise run, Instant now) {
        return policy.nextLookAfter(run, now);
    }

    /** The line first, as whoever opens a case does: nothing opens or joins meanwhile. */
    private Optional<Exercise> locked(UUID id, LineId lineId) {
        cases.lock(lineId);
        return exercises.lock(id).filter(run -> !run.isOver());
    }

    /** An admin has seen enough; empty when there is no such drill, or it is over. */
    @Transactional
    public Optional<Exercise> callOff(UUID id, String by, Instant now) {
        var drill = exercises
                .find(id)
                .filter(run -> run.kind() == Origin.DRILL)
                .flatMap(run -> locked(run.id(), run.lineId()));
        drill.ifPresent(run -> end(run, outcomeWhenCalledOff(run), by, now));
        return drill;
    }

    private Outcome outcomeWhenCalledOff(Exercise run) {
        return exercises.standing(run, false).isResolved() ? Outcome.RESOLVED : Outcome.CALLED_OFF;
    }

    private void end(Exercise run, Outcome outcome, String by, Instant now) {
        var escalation = run.escalationId();
        if (escalation != null) {
            cases.end(escalation, outcome.words(), now);
        }
        exercises.end(run.id(), outcome, by, run.kind() == Origin.DRILL ? score(run, outcome) : List.of(), now);
        tell(run, "Ended", by, Map.of("outcome", outcome.name()), now);
        if (run.kind() == Origin.CANARY) {
            canaryEnded(outcome == Outcome.CLOSED, now);
        }
    }

    private void canaryEnded(boolean closed, Instant now) {
        if (!closed) {
            calendar.atTheLatest(now.plus(settings.again()));
        }
        Facts.afterCommit(() -> alarms.keep(AlarmKind.CANARY_MISSED, CANARY, !closed));
    }

    private List<ScoreLine> score(Exercise drill, Outcome outcome) {
        var escalation = drill.escalationId();
        var done = escalation == null ? 0 : steps.inADrill(escalation);
        return targets.rules().score(exercises.facts(drill, done, DoneSteps.ASKED_IN_A_DRILL), outcome);
    }
}
