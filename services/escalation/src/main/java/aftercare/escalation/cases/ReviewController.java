package aftercare.escalation.cases;

import aftercare.escalation.cases.ReviewList.View;
import aftercare.escalation.cases.Reviewing.Confirmed;
import aftercare.escalation.cases.Reviewing.NoSuchReview;
import aftercare.escalation.cases.Reviewing.NotWaiting;
import aftercare.escalation.cases.Reviewing.SentBack;
import aftercare.escalation.cases.Reviewing.YourOwn;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endings before a second person. */
@RestController
@RequestMapping("/v1/reviews")
@PreAuthorize("hasRole('CLINICIAN')")
class ReviewController {
    private final ReviewList list;
    private final SecondPerson secondPerson;
    private final Site site;
    private final ClinicClock clock;

    ReviewController(ReviewList list, SecondPerson secondPerson, Site site, ClinicClock clock) {
        this.list = list;
        this.secondPerson = secondPerson;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping
    List<View> reviews(@RequestParam(defaultValue = "waiting") Which state, Caller caller) {
        var now = clock.instant();
        var who = new StaffId(caller.id());
        return switch (state) {
            case waiting -> list.waiting(who, now);
            case done -> list.reviewedSince(site.startOfDay(now), who, now);
        };
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<?> confirm(@PathVariable UUID id, @RequestBody ConfirmationForm form, Caller caller) {
        var words = form.words() == null ? "" : form.words();
        return answer(secondPerson.confirm(id, words, new StaffId(caller.id()), clock.instant()));
    }

    /** The case is open again. */
    @PostMapping("/{id}/return")
    ResponseEntity<?> sendBack(@PathVariable UUID id, @Valid @RequestBody ReturnForm form, Caller caller) {
        return answer(secondPerson.sendBack(id, form.reason(), new StaffId(caller.id()), clock.instant()));
    }

    private static ResponseEntity<?> answer(Reviewing reviewing) {
        return switch (reviewing) {
            case Confirmed() -> CaseProblems.done();
            case SentBack(var into) ->
                ResponseEntity.ok(new Returned(into.map(Case::code).orElse(null)));
            case YourOwn() ->
                Problems.forbidden("your-own", "You ended this case yourself. Somebody else looks at how it ended.");
            case NotWaiting() ->
                Problems.conflict(
                        "not-waiting",
                        "Nothing is to be looked at here any more: a colleague has, or the case is open again.");
            case NoSuchReview() -> Problems.notFound("no-such-review", "There is no such review.");
        };
    }

    /** The words of the query parameter. */
    enum Which {
        waiting,
        done
    }

    /** {@code into}: the code of another open case about the same people, where what is missing was written instead. */
    record Returned(@Nullable String into) {}

    record ConfirmationForm(@Nullable String words) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ConfirmationForm";
        }
    }

    record ReturnForm(@NotBlank String reason) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ReturnForm";
        }
    }
}
