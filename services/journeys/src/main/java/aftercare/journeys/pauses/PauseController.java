package aftercare.journeys.pauses;

import aftercare.journeys.problems.Doors;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is paused, and when the clinic is closed. */
@RestController
class PauseController {
    private static final String READERS = "hasAnyRole('STAFF', 'ADMIN', 'SERVICE')";
    private static final String WRITERS = "hasRole('ADMIN')";
    private static final int PAST = 20;

    private final Pausing pausing;
    private final Closing closing;
    private final PauseTable pauses;
    private final ClosureTable closures;
    private final ClinicClock clock;
    private final ClinicSettings clinic;

    PauseController(
            Pausing pausing,
            Closing closing,
            PauseTable pauses,
            ClosureTable closures,
            ClinicClock clock,
            ClinicSettings clinic) {
        this.pausing = pausing;
        this.closing = closing;
        this.pauses = pauses;
        this.closures = closures;
        this.clock = clock;
        this.clinic = clinic;
    }

    @GetMapping("/v1/journeys/pauses")
    @PreAuthorize(READERS)
    Paused pauses() {
        var now = clock.instant();
        return new Paused(now, pauses.notOver(now), pauses.over(now, PAST));
    }

    @PostMapping("/v1/journeys/pauses")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> pause(@Valid @RequestBody PauseEntry entry, Caller caller) {
        var now = clock.instant();
        return Doors.answer(pausing.pause(entry.pause(caller.id(), now), now), Function.identity());
    }

    @PostMapping("/v1/journeys/pauses/{id}/end")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> resume(@PathVariable UUID id, Caller caller) {
        return Doors.answer(pausing.resume(id, caller.id(), clock.instant()), Function.identity());
    }

    @GetMapping("/v1/journeys/closures")
    @PreAuthorize(READERS)
    List<Closure> closures() {
        return closures.from(LocalDate.ofInstant(clock.instant(), clinic.zone()));
    }

    @PostMapping("/v1/journeys/closures")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> close(@Valid @RequestBody ClosureEntry entry, Caller caller) {
        return Doors.answer(
                closing.close(List.of(entry.closure(caller.id())), caller.id(), clock.instant()), Function.identity());
    }

    /** Every US federal holiday of a year, as it is observed, in one go. */
    @PostMapping("/v1/journeys/closures/federal-holidays/{year}")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> holidays(@PathVariable int year, Caller caller) {
        return Doors.answer(closing.holidays(year, caller.id(), clock.instant()), Function.identity());
    }

    @DeleteMapping("/v1/journeys/closures/{id}")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> remove(@PathVariable UUID id, Caller caller) {
        return Doors.answer(closing.remove(id, caller.id(), clock.instant()), removed -> Map.of("id", removed));
    }

    /** @param past the last that are over */
    record Paused(Instant at, List<Pause> pauses, List<Pause> past) {}

    /**
     * @param since none: now
     * @param until none: until somebody resumes
     */
    record PauseEntry(
            @NotNull Scope scope,
            @Nullable String patientId,
            @Nullable String touchpoint,
            @Nullable Instant since,
            @Nullable Instant until,
            @NotBlank @Size(max = 500) String reason) {
        Pause pause(String by, Instant now) {
            return new Pause(
                    UUID.randomUUID(),
                    scope,
                    scope == Scope.PATIENT && patientId != null ? new PatientId(patientId.strip()) : null,
                    scope == Scope.TOUCHPOINT && touchpoint != null ? touchpoint.strip() : null,
                    (since == null ? now : since).truncatedTo(ChronoUnit.MICROS),
                    until == null ? null : until.truncatedTo(ChronoUnit.MICROS),
                    reason,
                    by,
                    null);
        }

        @AssertTrue(
                message =
                        "a pause of a patient names them as patientId, and one of a touchpoint names it as touchpoint")
        boolean isNamed() {
            // Without a scope, which is told by itself, there is nothing to name.
            return scope == null
                    || switch (scope) {
                        case JOURNEY -> true;
                        case PATIENT -> patientId != null && !patientId.isBlank();
                        case TOUCHPOINT -> touchpoint != null && !touchpoint.isBlank();
                    };
        }

        /** Without the reason (S9). */
        @Override
        public String toString() {
            return "PauseEntry[" + scope + "]";
        }
    }

    record ClosureEntry(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 80) String name) {
        Closure closure(String by) {
            return new Closure(UUID.randomUUID(), firstDay, lastDay, name, by);
        }
    }
}
