package aftercare.escalation.oncall.rotations;

import aftercare.escalation.oncall.PolicyTargets;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rotations; admins change them. */
@RestController
class RotationController {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Rotations rotations;
    private final Rota rota;
    private final PolicyTargets policies;
    private final RotaAnswers answers;
    private final ClinicClock clock;

    RotationController(Rotations rotations, Rota rota, PolicyTargets policies, RotaAnswers answers, ClinicClock clock) {
        this.rotations = rotations;
        this.rota = rota;
        this.policies = policies;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/v1/rotations")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
    List<RotationView> all() {
        return rotations.all().stream().map(RotationView::of).toList();
    }

    @PutMapping("/v1/rotations/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> save(@PathVariable String id, @Valid @RequestBody RotationEntry entry, Caller caller) {
        if (!ID.matcher(id).matches()) {
            return Problems.unprocessable(
                    "id-refused", "An id is of letters, digits, dots, dashes and underscores, 40 at most.");
        }
        if (!Cadence.isPossible(entry.every(), entry.unit())) {
            return Problems.unprocessable("turn-too-long", "A turn is of 1 hour to 8 weeks. Choose a shorter one.");
        }
        return answers.say(rota.save(entry.toRotation(id), caller.id(), clock.instant()));
    }

    @DeleteMapping("/v1/rotations/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> remove(@PathVariable String id, Caller caller) {
        if (policies.nameRotation(id)) {
            return Problems.conflict(
                    "rotation-in-use",
                    "A policy pages this rotation. Take it out of the policy first, then remove it.");
        }
        return answers.say(rota.remove(id, caller.id(), clock.instant()));
    }

    /**
     * @param handOff at what time of the wall in {@code zone} the first turn begins; by days and weeks all others too
     */
    record RotationEntry(
            @NotBlank String name,
            @NotEmpty List<@NotBlank String> participants,
            int every,
            Cadence.@NotNull Unit unit,
            @NotNull LocalDate startsOn,
            @NotNull LocalTime handOff,
            @NotNull ZoneId zone) {
        Rotation toRotation(String id) {
            return new Rotation(
                    id,
                    name,
                    participants.stream().distinct().map(StaffId::new).toList(),
                    new Cadence(every, unit),
                    startsOn.atTime(handOff),
                    zone);
        }
    }

    record RotationView(
            String id,
            String name,
            List<StaffId> participants,
            int every,
            Cadence.Unit unit,
            LocalDate startsOn,
            LocalTime handOff,
            ZoneId zone) {
        static RotationView of(Rotation rotation) {
            return new RotationView(
                    rotation.id(),
                    rotation.name(),
                    rotation.participants(),
                    rotation.cadence().every(),
                    rotation.cadence().unit(),
                    rotation.startsAt().toLocalDate(),
                    rotation.startsAt().toLocalTime(),
                    rotation.zone());
        }
    }
}
