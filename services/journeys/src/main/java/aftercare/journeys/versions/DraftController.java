package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.problems.Doors;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The draft: started, read, written part by part, discarded. */
@RestController
@RequestMapping("/v1/journeys/default/draft")
class DraftController {
    private static final String READERS = "hasAnyRole('STAFF', 'ADMIN', 'SERVICE')";
    private static final String WRITERS = "hasRole('ADMIN')";

    private final Editing editing;
    private final Reviewing reviewing;
    private final Approvals approvals;
    private final ClinicClock clock;

    DraftController(Editing editing, Reviewing reviewing, Approvals approvals, ClinicClock clock) {
        this.editing = editing;
        this.reviewing = reviewing;
        this.approvals = approvals;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(READERS)
    ResponseEntity<?> draft() {
        return answer(editing.current());
    }

    @GetMapping(path = "/yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    @PreAuthorize(READERS)
    ResponseEntity<?> export() {
        return Doors.answer(editing.current(), draft -> draft.journey().yaml().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    @PreAuthorize(WRITERS)
    ResponseEntity<?> start(@Valid @RequestBody Start start, Caller caller) {
        return answer(
                start.isEmpty()
                        ? editing.startEmpty(caller.id(), clock.instant())
                        : editing.startFrom(Optional.ofNullable(start.version()), caller.id(), clock.instant()));
    }

    /** @param was the draft's tag */
    @PutMapping(path = "/yaml")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> replace(@RequestBody byte[] yaml, @RequestParam String was, Caller caller) {
        return answer(editing.replace(new String(yaml, StandardCharsets.UTF_8), was, caller.id(), clock.instant()));
    }

    @DeleteMapping
    @PreAuthorize(WRITERS)
    ResponseEntity<?> discard(Caller caller) {
        return Doors.answer(editing.discard(caller.id(), clock.instant()), done -> Map.of("discarded", done));
    }

    @PutMapping("/settings")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> settings(@Valid @RequestBody Entry entry, Caller caller) {
        return answer(object(entry)
                .then(settings -> editing.settings(settings, entry.wasOrNew(), caller.id(), clock.instant())));
    }

    @PutMapping("/{part}/{id}")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> put(
            @PathVariable String part, @PathVariable String id, @Valid @RequestBody Entry entry, Caller caller) {
        return answer(part(part)
                .then(found -> object(entry)
                        .then(element ->
                                editing.put(found, id, element, entry.wasOrNew(), caller.id(), clock.instant()))));
    }

    @DeleteMapping("/{part}/{id}")
    @PreAuthorize(WRITERS)
    ResponseEntity<?> remove(
            @PathVariable String part, @PathVariable String id, @RequestParam String was, Caller caller) {
        return answer(part(part).then(found -> editing.remove(found, id, was, caller.id(), clock.instant())));
    }

    @GetMapping("/review")
    @PreAuthorize(READERS)
    ResponseEntity<?> review() {
        return Doors.answer(reviewing.draft(clock.instant()), Function.identity());
    }

    private static Result<Part> part(String name) {
        return Part.named(name)
                .<Result<Part>>map(Result::done)
                .orElseGet(() -> Result.refused(
                        Refusal.notThere("no-such-part", "A journey has touchpoints and topics, and nothing else.")));
    }

    private static Result<ObjectNode> object(Entry entry) {
        return Editing.object(entry.value())
                .<Result<ObjectNode>>map(Result::done)
                .orElseGet(() -> Result.refused(
                        Refusal.unusable("no-mapping", "Send a mapping of fields, as the file has it.")));
    }

    private ResponseEntity<?> answer(Result<Draft> result) {
        return Doors.answer(result, draft -> View.of(draft, reviewing, approvals));
    }

    /**
     * @param empty true: begin with no touchpoint at all
     * @param version begin with this one; none: with the one in force
     */
    record Start(@Nullable Boolean empty, @Nullable Integer version) {
        boolean isEmpty() {
            return Boolean.TRUE.equals(empty);
        }
    }

    /**
     * @param was the tag of what the writer began with; none for something new
     * @param value the fields, as the file has them
     */
    record Entry(@Nullable String was, @NotNull JsonNode value) {
        String wasOrNew() {
            return was == null ? "" : was;
        }
    }

    /**
     * The draft as it stands.
     *
     * @param tags what to give back when changing {@code settings} or an element
     */
    record View(
            String tag,
            int basedOn,
            Instant startedAt,
            String startedBy,
            Instant editedAt,
            String editedBy,
            JsonNode journey,
            Map<String, String> tags,
            List<Problem> problems,
            List<ReadText> texts) {
        static View of(Draft draft, Reviewing reviewing, Approvals approvals) {
            var journey = draft.journey();
            var tags = Stream.of(Part.values())
                    .flatMap(part -> journey.elements(part).entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> Tag.of(one.getValue()), (a, b) -> a));
            tags.put("settings", Tag.of(journey.settings()));
            return new View(
                    journey.tag(),
                    draft.basedOn(),
                    draft.startedAt(),
                    draft.startedBy(),
                    draft.editedAt(),
                    draft.editedBy(),
                    journey.tree(),
                    tags,
                    reviewing.problems(journey),
                    approvals.of(journey));
        }
    }
}
