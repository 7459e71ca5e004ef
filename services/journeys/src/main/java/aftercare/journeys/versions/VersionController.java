package aftercare.journeys.versions;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.problems.Doors;
import aftercare.journeys.problems.Refusal;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The versions of the journey: read, published, undone, and their words approved. */
@RestController
@RequestMapping("/v1/journeys/default")
class VersionController {
    private static final String READERS = "hasAnyRole('STAFF', 'ADMIN', 'SERVICE')";
    private static final String WRITERS = "hasRole('ADMIN')";
    private static final String APPROVERS = "hasRole('CLINICIAN')";

    private final Versions versions;
    private final Journeys journeys;
    private final Publishing publishing;
    private final Approving approving;
    private final Approvals approvals;
    private final Patients patients;
    private final ClinicClock clock;

    VersionController(
            Versions versions,
            Journeys journeys,
            Publishing publishing,
            Approving approving,
            Approvals approvals,
            Patients patients,
            ClinicClock clock) {
        this.versions = versions;
        this.journeys = journeys;
        this.publishing = publishing;
        this.approving = approving;
        this.approvals = approvals;
        this.patients = patients;
        this.clock = clock;
    }

    @GetMapping("/versions")
    @PreAuthorize(READERS)
    List<Version> versions() {
        return versions.all();
    }

    /** The version in force at the moment, and how many patients stay on another. */
    @GetMapping("/versions/current")
    @PreAuthorize(READERS)
    View current() {
        return view(versions.inForce());
    }

    @GetMapping("/versions/{number}")
    @PreAuthorize(READERS)
    ResponseEntity<?> version(@PathVariable int number) {
        return versions.find(number)
                .<ResponseEntity<?>>map(version -> ResponseEntity.ok(view(version)))
                .orElseGet(VersionController::none);
    }

    @GetMapping(path = "/versions/{number}/yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    @PreAuthorize(READERS)
    ResponseEntity<?> export(@PathVariable int number) {
        return versions.find(number)
                .<ResponseEntity<?>>map(
                        version -> ResponseEntity.ok(journeys.yaml(number).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(VersionController::none);
    }

    private static ResponseEntity<?> none() {
        return Doors.refuse(Refusal.notThere("no-such-version", "There is no such version of the journey."));
    }

    private View view(Version version) {
        var journey = JourneyDocument.read(journeys.yaml(version.number()));
        return new View(version, journey.tree(), approvals.of(journey), patients.countStaying());
    }

    /** Checks a file and publishes it at once: everybody follows it. */
    @PutMapping
    @PreAuthorize(WRITERS)
    ResponseEntity<?> publishFile(@RequestBody byte[] yaml, Caller caller) {
        return Doors.answer(
                publishing.file(new String(yaml, StandardCharsets.UTF_8), caller.id(), clock.instant()),
                version -> Map.of("version", version.number()));
    }

    @PostMapping("/draft/publication")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> publish(@Valid @RequestBody Publication wanted, Caller caller) {
        return Doors.answer(
                publishing.draft(
                        wanted.was(),
                        Optional.ofNullable(wanted.at()),
                        wanted.inFlight(),
                        caller.id(),
                        clock.instant()),
                Function.identity());
    }

    /** Takes back what is scheduled; where nothing is, what is in force. */
    @PostMapping("/undo")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> undo(Caller caller) {
        return Doors.answer(publishing.undo(caller.id(), clock.instant()), Function.identity());
    }

    @PostMapping("/approvals")
    @PreAuthorize(APPROVERS)
    ResponseEntity<?> approve(@Valid @RequestBody Reading reading, Caller caller) {
        return Doors.answer(
                approving.approve(reading.texts().stream().map(TextEntry::read).toList(), caller.id(), clock.instant()),
                Function.identity());
    }

    @PostMapping("/approvals/withdrawal")
    @PreAuthorize(APPROVERS)
    ResponseEntity<?> takeBack(@Valid @RequestBody TextEntry text, Caller caller) {
        return Doors.answer(approving.takeBack(text.read(), caller.id(), clock.instant()), Function.identity());
    }

    /**
     * @param was the tag of the draft that was reviewed
     * @param at when it takes effect; none: now
     */
    record Publication(
            @NotBlank String was,
            @Nullable Instant at,
            @NotNull InFlight inFlight) {}

    record Reading(@NotEmpty List<@Valid TextEntry> texts) {}

    record TextEntry(@NotBlank String id, @NotBlank String digest) {
        Approving.Read read() {
            return new Approving.Read(id, digest);
        }
    }

    /**
     * A version with what it says.
     *
     * @param staying how many patients stay on versions that are not in force
     */
    record View(Version version, JsonNode journey, List<ReadText> texts, int staying) {}
}
