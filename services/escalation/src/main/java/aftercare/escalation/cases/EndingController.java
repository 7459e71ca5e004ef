package aftercare.escalation.cases;

import static aftercare.escalation.cases.CaseProblems.done;
import static aftercare.escalation.cases.CaseProblems.noSuchCase;

import aftercare.escalation.cases.Ending.Ended;
import aftercare.escalation.cases.Ending.Refused;
import aftercare.escalation.cases.NoRisk.Reason;
import aftercare.escalation.cases.NoRisk.RestsOn;
import aftercare.escalation.cases.Reopening.AnotherIsOpen;
import aftercare.escalation.cases.Reopening.NotResolved;
import aftercare.escalation.cases.Reopening.Reopened;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.HoldChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The two ways out of a case, and the way back. */
@RestController
class EndingController {
    private final Endings endings;
    private final CaseProblems problems;
    private final ClinicClock clock;

    EndingController(Endings endings, CaseProblems problems, ClinicClock clock) {
        this.endings = endings;
        this.problems = problems;
        this.clock = clock;
    }

    /** Nobody is at risk. Without a choice the texts go on. */
    @PostMapping("/v1/escalations/{id}/no-risk")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> noRisk(@PathVariable UUID id, @Valid @RequestBody NoRiskForm form, Caller caller) {
        return end(id, form.toWayOut(), caller);
    }

    @PostMapping("/v1/escalations/{id}/resolution")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> resolve(@PathVariable UUID id, @Valid @RequestBody ResolutionForm form, Caller caller) {
        return end(id, form.toWayOut(), caller);
    }

    private ResponseEntity<?> end(UUID id, WayOut out, Caller caller) {
        var now = clock.instant();
        return switch (endings.end(new EscalationId(id), out, new StaffId(caller.id()), now)) {
            case Ended() -> done();
            case Refused(var why) ->
                Problems.unprocessable(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), why.words());
            case Ending.AlreadyResolved(var by, var at) -> problems.alreadyResolved(by, at, now);
            case Ending.NoSuchCase() -> noSuchCase();
        };
    }

    @PostMapping("/v1/escalations/{id}/reopening")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> reopen(@PathVariable UUID id, @Valid @RequestBody ReopeningForm form, Caller caller) {
        var who = new StaffId(caller.id());
        return switch (endings.reopen(new EscalationId(id), form.reason(), who, clock.instant())) {
            case Reopened() -> done();
            case NotResolved() -> Problems.conflict("not-resolved", "This case is still open: nobody has resolved it.");
            case AnotherIsOpen(var other) ->
                Problems.conflict(
                        "another-case-is-open",
                        "Case " + other.code() + " is open for this phone or this patient. Go on there.");
            case Reopening.WasAnExercise() ->
                Problems.conflict(
                        "was-an-exercise",
                        "This was an exercise, and nobody is behind it. To practise again, an admin starts another drill.");
            case Reopening.NoSuchCase() -> noSuchCase();
        };
    }

    /** What a case can end with, and what each ending needs. */
    @GetMapping("/v1/dispositions")
    @PreAuthorize("hasRole('STAFF')")
    List<DispositionView> dispositions() {
        return Stream.of(Disposition.values())
                .filter(disposition -> disposition != Disposition.EXERCISE_OVER)
                .map(DispositionView::of)
                .toList();
    }

    record NoRiskForm(
            @NotNull Reason reason,
            @NotNull RestsOn restsOn,
            @Nullable String words,
            @Nullable HoldChoice hold,
            @Nullable Instant holdUntil) {
        WayOut toWayOut() {
            return new NoRisk(reason, restsOn, words, hold == null ? HoldChoice.RELEASE : hold, holdUntil);
        }

        /** Never the words (S9). */
        @Override
        public String toString() {
            return "NoRiskForm";
        }
    }

    record ResolutionForm(
            @NotNull Disposition disposition,
            @Nullable String note,
            @Nullable String spokeWith,
            @Nullable RiskLevel level,
            @Nullable String plan,
            @Nullable Instant nextContactAt,
            @Nullable WelfareCheck welfareCheck,
            @Nullable String duplicateOf,
            @NotNull HoldChoice hold,
            @Nullable Instant holdUntil) {
        WayOut toWayOut() {
            return new Resolution(
                    disposition,
                    note == null ? "" : note,
                    spokeWith,
                    level,
                    plan,
                    nextContactAt,
                    welfareCheck,
                    duplicateOf == null ? null : duplicateOf.strip().toUpperCase(Locale.ROOT),
                    hold,
                    holdUntil);
        }

        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ResolutionForm";
        }
    }

    record ReopeningForm(@NotBlank String reason) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ReopeningForm";
        }
    }

    record DispositionView(Disposition disposition, boolean endsCase, boolean needsNextContact) {
        static DispositionView of(Disposition disposition) {
            return new DispositionView(disposition, disposition.endsCase(), disposition.needsNextContact());
        }
    }
}
