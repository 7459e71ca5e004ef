package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseDetails.Row;
import aftercare.escalation.cases.Ending.Ended;
import aftercare.escalation.cases.Ending.Refused;
import aftercare.escalation.cases.Reopening.AnotherIsOpen;
import aftercare.escalation.cases.Reopening.NotResolved;
import aftercare.escalation.cases.Reopening.Reopened;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, and what people do about them. */
@RestController
class CaseController {
    private final CaseDetails details;
    private final Escalations escalations;
    private final StaffRoster roster;
    private final Site site;
    private final ClinicClock clock;

    CaseController(CaseDetails details, Escalations escalations, StaffRoster roster, Site site, ClinicClock clock) {
        this.details = details;
        this.escalations = escalations;
        this.roster = roster;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/v1/escalations")
    @PreAuthorize("hasRole('STAFF')")
    List<Row> list(@RequestParam(defaultValue = "open") View view) {
        return switch (view) {
            case open -> details.open();
            case today -> details.since(site.startOfDay(clock.instant()));
        };
    }

    @GetMapping("/v1/escalations/{id}")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> detail(@PathVariable UUID id, Caller caller) {
        return details.view(new EscalationId(id), caller.id(), clock.instant())
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(CaseController::noSuchCase);
    }

    @PostMapping("/v1/escalations/{id}/acknowledgement")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> acknowledge(@PathVariable UUID id, Caller caller) {
        var now = clock.instant();
        var who = new StaffId(caller.id());
        return switch (escalations.acknowledge(new EscalationId(id), who, AckChannel.CONSOLE, now)) {
            case Taken ignored -> done();
            case TakenOver ignored -> done();
            case AlreadyYours ignored -> done();
            case AlreadyTaken(var by, var at) ->
                Problems.conflict(
                        "already-taken",
                        roster.calledName(by) + " already took this case at " + site.wallClock(at, now)
                                + ". Speak with them if you should have it.");
            case AlreadyResolved(var by, var at) -> alreadyResolved(by, at, now);
            case NoSuchCase() -> noSuchCase();
        };
    }

    @PostMapping("/v1/escalations/{id}/resolution")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> resolve(@PathVariable UUID id, @Valid @RequestBody ResolutionForm form, Caller caller) {
        var now = clock.instant();
        var who = new StaffId(caller.id());
        return switch (escalations.resolve(new EscalationId(id), form.toResolution(), who, now)) {
            case Ended() -> done();
            case Refused(var why) ->
                Problems.unprocessable(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), why.words());
            case Ending.AlreadyResolved(var by, var at) -> alreadyResolved(by, at, now);
            case Ending.NoSuchCase() -> noSuchCase();
        };
    }

    @PostMapping("/v1/escalations/{id}/reopening")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> reopen(@PathVariable UUID id, @Valid @RequestBody ReopeningForm form, Caller caller) {
        var who = new StaffId(caller.id());
        return switch (escalations.reopen(new EscalationId(id), form.reason(), who, clock.instant())) {
            case Reopened() -> done();
            case NotResolved() -> Problems.conflict("not-resolved", "This case is still open: nobody has resolved it.");
            case AnotherIsOpen(var other) ->
                Problems.conflict(
                        "another-case-is-open", "Case " + other.code() + " is open for this phone. Go on there.");
            case Reopening.NoSuchCase() -> noSuchCase();
        };
    }

    @PostMapping("/v1/escalations/{id}/notes")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> note(@PathVariable UUID id, @Valid @RequestBody NoteForm form, Caller caller) {
        var kind = form.call() ? NoteKind.CALL : NoteKind.NOTE;
        return switch (escalations.note(
                new EscalationId(id), new StaffId(caller.id()), kind, form.note(), clock.instant())) {
            case NOTED -> done();
            case NO_SUCH_CASE -> noSuchCase();
        };
    }

    /** What a case can end with, and what each ending needs. */
    @GetMapping("/v1/dispositions")
    @PreAuthorize("hasRole('STAFF')")
    List<DispositionView> dispositions() {
        return Stream.of(Disposition.values()).map(DispositionView::of).toList();
    }

    private static ResponseEntity<?> done() {
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<?> alreadyResolved(StaffId by, Instant at, Instant now) {
        return Problems.conflict(
                "already-resolved",
                roster.calledName(by) + " already resolved this case at " + site.wallClock(at, now)
                        + ". Open it again if somebody is still needed.");
    }

    private static ResponseEntity<?> noSuchCase() {
        return Problems.notFound("no-such-case", "There is no such case.");
    }

    /** The words of the query parameter. */
    enum View {
        open,
        today
    }

    record ResolutionForm(
            @NotNull Disposition disposition,
            @Nullable String note,
            @Nullable String spokeWith,
            @Nullable Instant nextContactAt,
            @NotNull HoldChoice hold,
            @Nullable Instant holdUntil) {
        Resolution toResolution() {
            return new Resolution(disposition, note == null ? "" : note, spokeWith, nextContactAt, hold, holdUntil);
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

    /** {@code call}: it tells of an attempt to reach the patient. */
    record NoteForm(@NotBlank String note, boolean call) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "NoteForm";
        }
    }

    record DispositionView(Disposition disposition, boolean endsCase, boolean needsNextContact) {
        static DispositionView of(Disposition disposition) {
            return new DispositionView(disposition, disposition.endsCase(), disposition.needsNextContact());
        }
    }
}
