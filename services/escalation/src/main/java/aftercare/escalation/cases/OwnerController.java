package aftercare.escalation.cases;

import static aftercare.escalation.cases.CaseProblems.done;
import static aftercare.escalation.cases.CaseProblems.noSuchCase;

import aftercare.escalation.cases.Declining.Declined;
import aftercare.escalation.cases.Declining.NothingOffered;
import aftercare.escalation.cases.Offering.CannotTakeIt;
import aftercare.escalation.cases.Offering.NobodyHasIt;
import aftercare.escalation.cases.Offering.NotYours;
import aftercare.escalation.cases.Offering.Offered;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.AckChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has a case, and what they do about it until it ends. */
@RestController
@RequestMapping("/v1/escalations/{id}")
@PreAuthorize("hasRole('CLINICIAN')")
class OwnerController {
    private final Escalations escalations;
    private final PassingOn passingOn;
    private final CaseNotes notes;
    private final CaseProblems problems;
    private final StaffRoster roster;
    private final ClinicClock clock;

    OwnerController(
            Escalations escalations,
            PassingOn passingOn,
            CaseNotes notes,
            CaseProblems problems,
            StaffRoster roster,
            ClinicClock clock) {
        this.escalations = escalations;
        this.passingOn = passingOn;
        this.notes = notes;
        this.problems = problems;
        this.roster = roster;
        this.clock = clock;
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<?> acknowledge(@PathVariable UUID id, Caller caller) {
        var now = clock.instant();
        return switch (escalations.acknowledge(new EscalationId(id), staff(caller), AckChannel.CONSOLE, now)) {
            case Taken ignored -> done();
            case TakenOver ignored -> done();
            case AlreadyYours ignored -> done();
            case AlreadyTaken(var by, var at) -> problems.alreadyTaken(by, at, now);
            case AlreadyResolved(var by, var at) -> problems.alreadyResolved(by, at, now);
            case NoSuchCase() -> noSuchCase();
        };
    }

    /** "I am on the phone with them now." */
    @PostMapping("/claim")
    ResponseEntity<?> claim(@PathVariable UUID id, @RequestBody WordsForm form, Caller caller) {
        var now = clock.instant();
        return switch (passingOn.claim(new EscalationId(id), form.said(), staff(caller), now)) {
            case Taken ignored -> done();
            case TakenOver ignored -> done();
            case AlreadyYours ignored -> done();
            case AlreadyTaken(var by, var at) -> problems.alreadyOnThePhone(by, now);
            case AlreadyResolved(var by, var at) -> problems.alreadyResolved(by, at, now);
            case NoSuchCase() -> noSuchCase();
        };
    }

    /** The owner asks a colleague to take it. */
    @PostMapping("/offer")
    ResponseEntity<?> offer(@PathVariable UUID id, @Valid @RequestBody OfferForm form, Caller caller) {
        var now = clock.instant();
        return switch (passingOn.offer(new EscalationId(id), form.to(), staff(caller), now)) {
            case Offered ignored -> done();
            case NotYours(var by, var at) -> problems.notYours(by);
            case NobodyHasIt() ->
                Problems.conflict("nobody-has-it", "Nobody has this case yet. Take it first, or let on-call be paged.");
            case CannotTakeIt(var to) ->
                Problems.unprocessable(
                        "cannot-take-it",
                        roster.calledName(to)
                                + " can't be asked: a case is passed to another clinician who can be paged. Choose one of"
                                + " those listed.");
            case Offering.AlreadyResolved(var by, var at) -> problems.alreadyResolved(by, at, now);
            case Offering.NoSuchCase() -> noSuchCase();
        };
    }

    /** The colleague says no, or the owner takes the offer back. */
    @PostMapping("/offer/refusal")
    ResponseEntity<?> decline(@PathVariable UUID id, Caller caller) {
        return switch (passingOn.decline(new EscalationId(id), staff(caller), clock.instant())) {
            case Declined ignored -> done();
            case NothingOffered() ->
                Problems.conflict(
                        "nothing-offered",
                        "This case is not offered to you any more: it was taken, taken back, or too late.");
            case Declining.NoSuchCase() -> noSuchCase();
        };
    }

    /** Whom the owner could ask. */
    @GetMapping("/offer/colleagues")
    List<Colleague> colleagues(@PathVariable UUID id, Caller caller) {
        return passingOn.colleagues(staff(caller)).stream()
                .map(staff -> new Colleague(staff.id(), staff.name()))
                .toList();
    }

    @PostMapping("/calls")
    ResponseEntity<?> call(@PathVariable UUID id, @Valid @RequestBody CallForm form, Caller caller) {
        return noted(notes.call(new EscalationId(id), staff(caller), form.outcome(), form.said(), clock.instant()));
    }

    /** {@code stillWorking}: the owner is on it, which puts their reminder off once. */
    @PostMapping("/notes")
    ResponseEntity<?> note(@PathVariable UUID id, @Valid @RequestBody NoteForm form, Caller caller) {
        var about = new EscalationId(id);
        var now = clock.instant();
        return noted(
                Boolean.TRUE.equals(form.stillWorking())
                        ? notes.stillWorking(about, staff(caller), form.note(), now)
                        : notes.note(about, staff(caller), form.note(), now));
    }

    private static ResponseEntity<?> noted(CaseNotes.Noting noting) {
        return switch (noting) {
            case NOTED -> done();
            case NO_SUCH_CASE -> noSuchCase();
        };
    }

    private static StaffId staff(Caller caller) {
        return new StaffId(caller.id());
    }

    record OfferForm(@NotNull StaffId to) {}

    record Colleague(StaffId staffId, String name) {}

    record WordsForm(@Nullable String words) {
        String said() {
            return words == null ? "" : words;
        }

        /** Never the words (S9). */
        @Override
        public String toString() {
            return "WordsForm";
        }
    }

    record CallForm(@NotNull CallOutcome outcome, @Nullable String words) {
        String said() {
            return words == null ? "" : words;
        }

        /** Never the words (S9). */
        @Override
        public String toString() {
            return "CallForm[" + outcome + "]";
        }
    }

    record NoteForm(@NotBlank String note, @Nullable Boolean stillWorking) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "NoteForm";
        }
    }
}
