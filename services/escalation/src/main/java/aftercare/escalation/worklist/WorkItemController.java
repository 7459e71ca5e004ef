package aftercare.escalation.worklist;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.escalation.worklist.Closing.AlreadyClosed;
import aftercare.escalation.worklist.Closing.Closed;
import aftercare.escalation.worklist.Closing.LogTheContact;
import aftercare.escalation.worklist.Closing.NeedsClinician;
import aftercare.escalation.worklist.Closing.ReleaseTheHold;
import aftercare.escalation.worklist.Closing.ReviewTheEndings;
import aftercare.escalation.worklist.Releasing.AlreadyReleased;
import aftercare.escalation.worklist.Releasing.CaseIsOpen;
import aftercare.escalation.worklist.Releasing.Released;
import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Urgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list, and the hands that shorten it. */
@RestController
class WorkItemController {
    private static final int MOST = 500;
    private static final Duration LATELY = Duration.ofDays(14);

    private final WorkItems items;
    private final WorkDeeds deeds;
    private final StaffRoster roster;
    private final Site site;
    private final ClinicClock clock;

    WorkItemController(WorkItems items, WorkDeeds deeds, StaffRoster roster, Site site, ClinicClock clock) {
        this.items = items;
        this.deeds = deeds;
        this.roster = roster;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/v1/work-items")
    @PreAuthorize("hasRole('STAFF')")
    List<View> workItems(
            @RequestParam(defaultValue = "open") ListState state,
            @RequestParam(defaultValue = "") Set<WorkKind> kind,
            @RequestParam(defaultValue = "0") @Min(0) int skip,
            @RequestParam(required = false) @Min(1) @Max(MOST) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Instant since) {
        var now = clock.instant();
        var listed = switch (state) {
            case open -> items.open(kind, skip, limit);
            case closed -> items.closedSince(since == null ? site.startOfDay(now) : since);
        };
        return listed.stream().map(item -> View.of(item, now)).toList();
    }

    @GetMapping("/v1/work-items/counts")
    @PreAuthorize("hasRole('STAFF')")
    List<WorkCount> counts() {
        return items.counts(clock.instant());
    }

    /** What waits about a patient, and what was done in the last 14 days. */
    @GetMapping("/v1/patients/{id}/work-items")
    @PreAuthorize("hasRole('STAFF')")
    List<View> ofPatient(@PathVariable String id) {
        var now = clock.instant();
        return items.of(new PatientId(id), now.minus(LATELY)).stream()
                .map(item -> View.of(item, now))
                .toList();
    }

    /** Takes it, gives it to a colleague, or gives it back to the front desk. */
    @PutMapping("/v1/work-items/{id}/owner")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> assign(@PathVariable UUID id, @RequestBody NewOwner owner, Caller caller) {
        var now = clock.instant();
        var to = owner.owner();
        if (to != null && !to.value().equals(caller.id()) && roster.find(to).isEmpty()) {
            return Problems.notFound("no-such-colleague", "Nobody of that id works here. See GET /v1/staff.");
        }
        return switch (deeds.assign(id, to, new StaffId(caller.id()), now)) {
            case Assigning.Assigned() -> ResponseEntity.noContent().build();
            case Assigning.AlreadyClosed(var by, var at) ->
                Problems.conflict(
                        "already-closed",
                        roster.calledName(by) + " already closed this at " + site.wallClock(at, now) + ".");
            case Assigning.Unknown() -> Problems.notFound("no-such-work-item", "There is no such work item.");
        };
    }

    @PostMapping("/v1/work-items/{id}/reopening")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> reopen(@PathVariable UUID id, Caller caller) {
        var clinician = caller.roles().contains(Role.CLINICIAN);
        return switch (deeds.reopen(id, new StaffId(caller.id()), clinician, clock.instant())) {
            case TakingBack.Reopened() -> ResponseEntity.noContent().build();
            case TakingBack.NotClosed() -> Problems.conflict("not-closed", "This is still open: nobody has closed it.");
            case TakingBack.NeedsClinician() ->
                Problems.forbidden("needs-clinician", "Only a clinician opens this again. Ask whoever is on call.");
            case TakingBack.HoldWasReleased() ->
                Problems.conflict(
                        "hold-was-released",
                        "This ended with the release of a hold, and texts may have gone since. It can't be taken back.");
            case TakingBack.SettledByADeed() ->
                Problems.conflict(
                        "settled-by-a-deed",
                        "A call or a second look settled this, and that stands. Open the case again if somebody is needed.");
            case TakingBack.Unknown() -> Problems.notFound("no-such-work-item", "There is no such work item.");
        };
    }

    @PostMapping("/v1/work-items/{id}/closure")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<?> close(@PathVariable UUID id, @Valid @RequestBody ClosureNote closure, Caller caller) {
        var now = clock.instant();
        var clinician = caller.roles().contains(Role.CLINICIAN);
        return switch (deeds.close(id, new StaffId(caller.id()), clinician, closure.note(), now)) {
            case Closed() -> ResponseEntity.noContent().build();
            case AlreadyClosed(var by, var at) ->
                Problems.conflict(
                        "already-closed",
                        roster.calledName(by) + " already closed this at " + site.wallClock(at, now) + ".");
            case NeedsClinician() ->
                Problems.forbidden("needs-clinician", "Only a clinician closes this. Ask whoever is on call.");
            case ReleaseTheHold(var hold) ->
                Problems.conflict(
                        "release-the-hold",
                        "This item ends when hold " + hold + " is released or cancelled. Do that instead.");
            case LogTheContact() ->
                Problems.conflict(
                        "log-the-contact",
                        "This is done when the patient was reached. Log what became of the call instead: POST to its contact.");
            case ReviewTheEndings() ->
                Problems.conflict(
                        "review-the-endings",
                        "This is done when each ending in it is confirmed or sent back. See the reviews.");
            case Closing.Unknown() -> Problems.notFound("no-such-work-item", "There is no such work item.");
        };
    }

    @PostMapping("/v1/holds/{id}/release")
    @PreAuthorize("hasRole('CLINICIAN')")
    ResponseEntity<?> release(@PathVariable UUID id, @Valid @RequestBody ReleaseNote release, Caller caller) {
        var now = clock.instant();
        var by = new StaffId(caller.id());
        return switch (deeds.release(new HoldId(id), release.cancel(), release.note(), by, now)) {
            case Released() -> ResponseEntity.noContent().build();
            case AlreadyReleased(var who, var at) ->
                Problems.conflict(
                        "already-released",
                        roster.calledName(who) + " already released this hold at " + site.wallClock(at, now) + ".");
            case CaseIsOpen() ->
                Problems.conflict("case-is-open", "This hold belongs to a case nobody has resolved. Resolve the case.");
            case Releasing.Unknown() -> Problems.notFound("no-such-hold", "There is no such hold.");
        };
    }

    /** The words of the query parameter. */
    enum ListState {
        open,
        closed
    }

    /** {@code owner}: none gives it back to the front desk. */
    record NewOwner(@Nullable StaffId owner) {}

    record ClosureNote(@NotBlank String note) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ClosureNote";
        }
    }

    /** {@code cancel}: what was planned and held is not to be sent. */
    record ReleaseNote(boolean cancel, @NotBlank String note) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "ReleaseNote";
        }
    }

    /** {@code about}: a topic, a touchpoint or a category. */
    record View(
            UUID workItemId,
            WorkKind kind,
            String about,
            @Nullable LineId lineId,
            @Nullable PatientId patientId,
            List<PatientId> patientIds,
            @Nullable ReplyId replyId,
            @Nullable HoldId holdId,
            @Nullable EscalationId escalationId,
            @Nullable Urgency urgency,
            List<String> categories,
            List<String> reasons,
            Instant openedAt,
            Instant dueAt,
            @Nullable StaffId owner,
            boolean overdue,
            String state,
            @Nullable StaffId closedBy,
            @Nullable Instant closedAt) {
        static View of(WorkItem item, Instant now) {
            var isOpen = item.closedAt() == null;
            var patients = item.patientIds();
            return new View(
                    item.id(),
                    item.kind(),
                    item.topic(),
                    item.lineId(),
                    patients.isEmpty() ? null : patients.getFirst(),
                    patients,
                    item.replyId(),
                    item.holdId(),
                    item.escalationId(),
                    item.urgency(),
                    item.categories(),
                    item.reasons(),
                    item.createdAt(),
                    item.dueAt(),
                    item.owner(),
                    isOpen && item.dueAt().isBefore(now),
                    isOpen ? "OPEN" : "CLOSED",
                    item.closedBy(),
                    item.closedAt());
        }
    }
}
