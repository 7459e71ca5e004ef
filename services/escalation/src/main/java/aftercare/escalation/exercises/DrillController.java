package aftercare.escalation.exercises;

import aftercare.escalation.cases.Origin;
import aftercare.escalation.exercises.Starting.Busy;
import aftercare.escalation.exercises.Starting.PatientWaits;
import aftercare.escalation.exercises.Starting.Started;
import aftercare.escalation.exercises.Starting.Unfit;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.duework.DueWork;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Drills: an admin starts one or calls it off, everybody may see what it came to. */
@RestController
class DrillController {
    private static final int SHOWN = 50;

    private final Runs runs;
    private final Exercises exercises;
    private final ClinicClock clock;
    private final DueWork work;

    DrillController(Runs runs, Exercises exercises, ClinicClock clock, @Qualifier("exerciseDueWork") DueWork work) {
        this.runs = runs;
        this.exercises = exercises;
        this.clock = clock;
        this.work = work;
    }

    @GetMapping("/v1/drills")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN')")
    List<View> drills() {
        return exercises.latest(Origin.DRILL, SHOWN).stream().map(View::of).toList();
    }

    @GetMapping("/v1/drills/{id}")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN')")
    ResponseEntity<?> drill(@PathVariable UUID id) {
        return exercises
                .find(id)
                .filter(run -> run.kind() == Origin.DRILL)
                .<ResponseEntity<?>>map(run -> ResponseEntity.ok(View.of(run)))
                .orElseGet(DrillController::noSuchDrill);
    }

    @PostMapping("/v1/drills")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> start(@Valid @RequestBody Wish wish, Caller caller) {
        var reason = wish.reason();
        return switch (runs.startDrill(
                caller.id(), reason == null || reason.isBlank() ? null : reason.strip(), clock.instant())) {
            case Started(var drill) -> {
                work.wake();
                yield ResponseEntity.status(HttpStatus.CREATED).body(View.of(drill));
            }
            case Busy(var other) ->
                Problems.conflict(
                        "exercise-under-way",
                        other.kind() == Origin.DRILL
                                ? "A drill is under way already. Wait until it is over, or call it off."
                                : "The chain is trying itself just now, which takes a few minutes at most. Start the drill after that.");
            case PatientWaits() ->
                Problems.conflict(
                        "patient-waits",
                        "A patient waits for somebody to take their case. Nobody practises now: start the drill when that is done.");
            case Unfit(var why) ->
                Problems.unprocessable("no-drill-possible", "A drill can't start: " + why.words() + ".");
        };
    }

    @PostMapping("/v1/drills/{id}/ending")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> callOff(@PathVariable UUID id, Caller caller) {
        if (runs.callOff(id, caller.id(), clock.instant()).isPresent()) {
            return ResponseEntity.noContent().build();
        }
        return exercises.find(id).filter(run -> run.kind() == Origin.DRILL).isPresent()
                ? Problems.conflict("drill-is-over", "This drill is over already.")
                : noSuchDrill();
    }

    private static ResponseEntity<?> noSuchDrill() {
        return Problems.notFound("no-such-drill", "There is no such drill. See the list of drills.");
    }

    record Wish(@Nullable @Size(max = 500) String reason) {
        /** Never the reason (S9). */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** {@code score}: empty until it is over; {@code passed}: all of its lines. */
    record View(
            UUID drillId,
            StaffId startedBy,
            @Nullable String reason,
            Instant startedAt,
            @Nullable EscalationId escalationId,
            @Nullable Instant endedAt,
            @Nullable Outcome outcome,
            @Nullable String ending,
            boolean passed,
            List<ScoreLine> score) {
        static View of(Exercise drill) {
            var outcome = drill.outcome();
            return new View(
                    drill.id(),
                    new StaffId(drill.startedBy()),
                    drill.reason(),
                    drill.startedAt(),
                    drill.escalationId(),
                    drill.endedAt(),
                    outcome,
                    outcome == null ? null : outcome.words(),
                    !drill.score().isEmpty() && drill.score().stream().allMatch(ScoreLine::passed),
                    drill.score());
        }

        /** Never the reason (S9). */
        @Override
        public String toString() {
            return "View[" + drillId + "]";
        }
    }
}
