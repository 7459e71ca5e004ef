package aftercare.escalation.cases;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.escalation.worklist.Contacting.AlreadyDone;
import aftercare.escalation.worklist.Contacting.Logged;
import aftercare.escalation.worklist.Contacting.NoContact;
import aftercare.escalation.worklist.Contacting.Unknown;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Follow-ups and agreed calls: done when the patient was reached. */
@RestController
class FollowUpController {
    private final FollowUpCalls calls;
    private final StaffRoster roster;
    private final Site site;
    private final ClinicClock clock;

    FollowUpController(FollowUpCalls calls, StaffRoster roster, Site site, ClinicClock clock) {
        this.calls = calls;
        this.roster = roster;
        this.site = site;
        this.clock = clock;
    }

    @PostMapping("/v1/work-items/{id}/contact")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> contact(@PathVariable UUID id, @Valid @RequestBody ContactForm form, Caller caller) {
        var now = clock.instant();
        var words = form.words() == null ? "" : form.words();
        return switch (calls.log(id, form.outcome(), words, new StaffId(caller.id()), now)) {
            case Logged ignored -> CaseProblems.done();
            case AlreadyDone(var by, var at) ->
                Problems.conflict(
                        "already-closed",
                        roster.calledName(by) + " already reached the patient, at " + site.wallClock(at, now) + ".");
            case NoContact() ->
                Problems.conflict(
                        "no-contact", "This is not about speaking with a patient. Close it with a note instead.");
            case Unknown() -> Problems.notFound("no-such-work-item", "There is no such work item.");
        };
    }

    record ContactForm(
            @NotNull CallOutcome outcome, @Nullable String words) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ContactForm[" + outcome + "]";
        }
    }
}
