package aftercare.journeys.dryrun;

import aftercare.journeys.problems.Doors;
import aftercare.journeys.problems.Refusal;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would be said when. Asks, and changes nothing. */
@RestController
class DryRunController {
    private final DryRuns dryRuns;
    private final ClinicClock clock;

    DryRunController(DryRuns dryRuns, ClinicClock clock) {
        this.dryRuns = dryRuns;
        this.clock = clock;
    }

    @PostMapping("/v1/journeys/dry-runs")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN')")
    ResponseEntity<?> run(@Valid @RequestBody Entry entry) {
        var patient = entry.patientId();
        if (patient != null && !patient.isBlank()) {
            return Doors.answer(
                    dryRuns.real(entry.journey(), new PatientId(patient.strip()), entry.starts(), clock.instant()),
                    Function.identity());
        }
        var invented = entry.invented();
        return invented == null
                ? Doors.refuse(Refusal.unusable("no-patient", "Name a patient, or invent one."))
                : Doors.answer(dryRuns.invented(entry.journey(), invented.patient()), Function.identity());
    }

    /**
     * @param journey draft, current, or a version's number
     * @param moves visits of a real patient, and when they are to begin instead
     */
    record Entry(
            @NotBlank String journey,
            @Nullable String patientId,
            @Nullable @Valid Person invented,
            @Nullable List<@NotNull @Valid Move> moves) {
        Map<AppointmentId, Instant> starts() {
            return moves == null
                    ? Map.of()
                    : moves.stream()
                            .collect(Collectors.toMap(
                                    move -> new AppointmentId(move.appointmentId()), Move::startsAt, (a, b) -> b));
        }
    }

    record Move(@NotBlank String appointmentId, @NotNull Instant startsAt) {}

    /** @param minutes how long a session takes */
    record Person(
            @NotNull Route route,
            @NotNull ZoneId zone,
            @NotBlank String language,
            @NotNull ContentLevel contentLevel,
            @NotNull LocalDateTime agreedAt,
            @NotNull @Size(max = 40) List<@NotNull LocalDateTime> sessions,
            @Min(5) @Max(600) int minutes) {
        Invented patient() {
            return new Invented(route, zone, language, contentLevel, agreedAt, sessions, Duration.ofMinutes(minutes));
        }
    }
}
