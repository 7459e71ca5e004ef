package aftercare.messaging.threads;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.threads.ActiveHolds.Held;
import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A line and its thread, for staff and for other services. A look at somebody's texts is audited like a deed (S8). */
@RestController
@RequestMapping("/v1/lines/{lineId}")
@PreAuthorize("hasAnyRole('STAFF', 'CLINICIAN', 'SERVICE')")
class LineController {
    private final Lines lines;
    private final People people;
    private final LineThreads threads;
    private final ActiveHolds holds;
    private final ConsentLedger consent;
    private final Audit audit;
    private final ClinicClock clock;

    LineController(
            Lines lines,
            People people,
            LineThreads threads,
            ActiveHolds holds,
            ConsentLedger consent,
            Audit audit,
            ClinicClock clock) {
        this.lines = lines;
        this.people = people;
        this.threads = threads;
        this.holds = holds;
        this.consent = consent;
        this.audit = audit;
        this.clock = clock;
    }

    record LineView(
            LineId lineId,
            @Nullable String number,
            boolean optedOut,
            boolean numberRefused,
            List<Held> holds,
            List<PatientOfLine> patients) {
        @Override
        public String toString() {
            return "LineView[" + lineId + "]";
        }
    }

    record PatientOfLine(
            PatientId patientId, String name, @Nullable String number, boolean optedOut, String language, String zone) {
        @Override
        public String toString() {
            return "PatientOfLine[" + patientId + "]";
        }
    }

    @GetMapping
    @Transactional
    public LineView line(@PathVariable UUID lineId, Caller caller) {
        var line = find(lineId);
        audit.record(clock.instant(), caller.id(), "LineViewed", "line/" + line.id(), Map.of());
        return new LineView(
                line.id(),
                lines.numberOf(line).orElse(null),
                consent.optedOut(line),
                line.refused(),
                holds.on(line),
                line.patients().stream()
                        .map(people::of)
                        .map(person -> new PatientOfLine(
                                person.patientId(),
                                person.name(),
                                person.number(),
                                person.optedOut(),
                                person.language(),
                                person.zone()))
                        .toList());
    }

    @GetMapping("/thread")
    @Transactional
    public List<ThreadEntry> thread(@PathVariable UUID lineId, Caller caller) {
        var line = find(lineId);
        audit.record(clock.instant(), caller.id(), "ThreadViewed", "line/" + line.id(), Map.of());
        return threads.of(List.of(line.id()));
    }

    private Line find(UUID id) {
        return lines.find(new LineId(id)).orElseThrow(Problems::unknownLine);
    }
}
