package aftercare.escalation.oncall;

import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works here and who is on call. */
@RestController
class OnCallController {
    private final StaffRoster roster;
    private final OnCall onCall;
    private final ClinicClock clock;

    OnCallController(StaffRoster roster, OnCall onCall, ClinicClock clock) {
        this.roster = roster;
        this.onCall = onCall;
        this.clock = clock;
    }

    @GetMapping("/v1/staff")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    List<StaffView> staff() {
        return roster.all().stream().map(StaffView::of).toList();
    }

    @PutMapping("/v1/staff/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String id, @Valid @RequestBody StaffEntry entry, Caller caller) {
        roster.put(
                new Staff(new StaffId(id), entry.name(), entry.number(), entry.roles()), caller.id(), clock.instant());
    }

    @GetMapping("/v1/on-call")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    OnCallView onCall() {
        var now = clock.instant();
        var rungs = onCall.at(now);
        return new OnCallView(
                now,
                IntStream.range(0, rungs.size())
                        .mapToObj(i -> new RungView(
                                i + 1, namesOf(rungs.get(i)), rungs.get(i).within()))
                        .toList(),
                rungs.stream().allMatch(Rung::isEmpty));
    }

    private List<Named> namesOf(Rung rung) {
        return rung.people().stream()
                .map(id -> new Named(id, roster.calledName(id)))
                .toList();
    }

    /** {@code number} in E.164. */
    record StaffEntry(
            @NotBlank String name,

            @Pattern(regexp = "\\+[1-9][0-9]{6,14}") @Nullable
            String number,

            @NotEmpty Set<Role> roles) {}

    record StaffView(StaffId id, String name, Set<Role> roles, boolean canBePaged) {
        static StaffView of(Staff staff) {
            return new StaffView(staff.id(), staff.name(), staff.roles(), staff.canBePaged());
        }
    }

    /** {@code nobody}: not one rung can be reached. */
    record OnCallView(Instant at, List<RungView> steps, boolean nobody) {}

    record RungView(int step, List<Named> people, Duration within) {}

    record Named(StaffId id, String name) {}
}
