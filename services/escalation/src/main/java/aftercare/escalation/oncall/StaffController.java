package aftercare.escalation.oncall;

import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who works here, and which answering services there are. */
@RestController
class StaffController {
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final List<String> RESERVED = List.of("everyone", "director");

    private final StaffRoster roster;
    private final Personnel personnel;
    private final Departures departures;
    private final Leavers leavers;
    private final Policies policies;
    private final Contacts contacts;
    private final ClinicClock clock;

    StaffController(
            StaffRoster roster,
            Personnel personnel,
            Departures departures,
            Leavers leavers,
            Policies policies,
            Contacts contacts,
            ClinicClock clock) {
        this.roster = roster;
        this.personnel = personnel;
        this.departures = departures;
        this.leavers = leavers;
        this.policies = policies;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/v1/staff")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    List<StaffView> staff() {
        var reach = contacts.reach();
        return roster.all().stream().map(staff -> StaffView.of(staff, reach)).toList();
    }

    @PutMapping("/v1/staff/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> put(@PathVariable String id, @Valid @RequestBody StaffEntry entry, Caller caller) {
        if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
            return Problems.unprocessable(
                    "id-refused",
                    "An id is of letters, digits, dots, dashes and underscores, 40 at most, and not one of " + RESERVED
                            + ": policies use these words.");
        }
        return switch (personnel.enter(
                new StaffId(id), entry.name(), entry.number(), entry.roles(), caller.id(), clock.instant())) {
            case DONE -> ResponseEntity.noContent().build();
            case NUMBER_TAKEN ->
                Problems.conflict("address-taken", "Somebody else has this number already. Remove it there first.");
            case NO_DIRECTOR_LEFT -> noDirectorLeft();
        };
    }

    /** Closes an account: shifts, swaps, steps of policies and open cases are freed with it. */
    @DeleteMapping("/v1/staff/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> leave(@PathVariable String id, Caller caller) {
        return switch (departures.leave(new StaffId(id), caller.id(), clock.instant())) {
            case DONE -> ResponseEntity.noContent().build();
            case NO_SUCH_COLLEAGUE -> Problems.notFound("no-such-colleague", "There is no colleague of this id.");
            case NO_DIRECTOR_LEFT -> noDirectorLeft();
        };
    }

    /** Whose accounts are closed, so that whoever keeps logins closes theirs. */
    @GetMapping("/v1/staff/leavers")
    @PreAuthorize("hasAnyRole('ADMIN', 'SERVICE')")
    List<StaffId> leavers() {
        return leavers.all();
    }

    private static ResponseEntity<?> noDirectorLeft() {
        return Problems.conflict(
                "no-director-left",
                "They are the only director (clinician and admin): the last rung of every policy needs one. Make somebody else a director first.");
    }

    @PutMapping("/v1/answering-services/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> putAnsweringService(
            @PathVariable String id, @Valid @RequestBody AnsweringServiceEntry entry, Caller caller) {
        if (!ID.matcher(id).matches()) {
            return Problems.unprocessable(
                    "id-refused", "An id is of letters, digits, dots, dashes and underscores, 40 at most.");
        }
        return switch (personnel.enterAnsweringService(
                new StaffId(Staff.ANSWERING_SERVICE + id),
                entry.name(),
                entry.number(),
                caller.id(),
                clock.instant())) {
            case DONE -> ResponseEntity.noContent().build();
            case NUMBER_TAKEN, NO_DIRECTOR_LEFT ->
                Problems.conflict("address-taken", "Somebody else has this number already. Remove it there first.");
        };
    }

    @DeleteMapping("/v1/answering-services/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> removeAnsweringService(@PathVariable String id, Caller caller) {
        var service = new StaffId(Staff.ANSWERING_SERVICE + id);
        if (policies.all().stream().anyMatch(policy -> policy.names(Target.read(service.value())))) {
            return Problems.conflict(
                    "service-in-use", "A policy calls this service. Take it out of the policy first, then remove it.");
        }
        return switch (departures.leave(service, caller.id(), clock.instant())) {
            case DONE, NO_DIRECTOR_LEFT -> ResponseEntity.noContent().build();
            case NO_SUCH_COLLEAGUE -> Problems.notFound("no-such-service", "There is no answering service of this id.");
        };
    }

    @GetMapping("/v1/answering-services")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
    List<Named> answeringServices() {
        return roster.answeringServices().stream()
                .map(service -> new Named(service.id(), service.name()))
                .toList();
    }

    /** {@code number} in E.164. */
    record StaffEntry(
            @NotBlank String name,

            @Pattern(regexp = Addresses.E164) @Nullable String number,

            @NotEmpty Set<Role> roles) {
        /** Neither name nor number (S9). */
        @Override
        public String toString() {
            return "StaffEntry";
        }
    }

    record AnsweringServiceEntry(
            @NotBlank String name,
            @NotBlank @Pattern(regexp = Addresses.E164) String number) {
        /** Neither name nor number (S9). */
        @Override
        public String toString() {
            return "AnsweringServiceEntry";
        }
    }

    /** {@code verified}: the kinds of ways they have proven; {@code unverified}: what they still should. */
    record StaffView(
            StaffId id,
            String name,
            Set<Role> roles,
            boolean canBePaged,
            Set<ContactKind> verified,
            Set<ContactKind> unverified) {
        static StaffView of(Staff staff, Reach reach) {
            var verified = reach.verified().getOrDefault(staff.id(), Set.of());
            return new StaffView(
                    staff.id(),
                    staff.name(),
                    staff.roles(),
                    staff.isClinician() && !verified.isEmpty(),
                    verified,
                    reach.unverified().getOrDefault(staff.id(), Set.of()));
        }
    }

    record Named(StaffId id, String name) {}
}
