package aftercare.messaging.threads;

import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patients, for staff. Names and numbers are looked for in the body of a POST: a URL is written down in too many places (S9). */
@RestController
@RequestMapping("/v1/patients")
@PreAuthorize("hasAnyRole('STAFF', 'CLINICIAN', 'SERVICE')")
class PatientController {
    private static final int MOST_AT_ONCE = 200;

    private final People people;
    private final Timelines timelines;
    private final Queues queues;
    private final ConsentEntries consent;
    private final Audit audit;
    private final ClinicClock clock;

    PatientController(
            People people, Timelines timelines, Queues queues, ConsentEntries consent, Audit audit, ClinicClock clock) {
        this.people = people;
        this.timelines = timelines;
        this.queues = queues;
        this.consent = consent;
        this.audit = audit;
        this.clock = clock;
    }

    record Search(String text) {
        @Override
        public String toString() {
            return "Search";
        }
    }

    record Entered(boolean granted, @NotBlank String reason) {
        @Override
        public String toString() {
            return "Entered[" + granted + "]";
        }
    }

    /** By the beginning of the patient's id. */
    @GetMapping
    @Transactional
    public List<Person> list(@RequestParam(defaultValue = "") String query, Caller caller) {
        audit.record(clock.instant(), caller.id(), "PatientsListed", "patients", Map.of());
        return people.byId(query);
    }

    @PostMapping("/search")
    @Transactional
    public List<Person> search(@RequestBody Search search, Caller caller) {
        audit.record(clock.instant(), caller.id(), "PatientsSearched", "patients", Map.of());
        return people.search(search.text());
    }

    record Asked(@Size(max = MOST_AT_ONCE) List<PatientId> patientIds) {}

    /** Who these are; one whom nobody knows is left out. */
    @PostMapping("/named")
    @Transactional
    public List<Person> named(@Valid @RequestBody Asked asked, Caller caller) {
        audit.record(clock.instant(), caller.id(), "PatientsListed", "patients", Map.of());
        return asked.patientIds().stream()
                .flatMap(id -> people.find(id).stream())
                .toList();
    }

    @GetMapping("/{id}")
    @Transactional
    public Chart patient(@PathVariable String id, Caller caller) {
        var chart = people.chart(new PatientId(id)).orElseThrow(Problems::unknownPatient);
        audit.record(
                clock.instant(),
                caller.id(),
                "PatientViewed",
                "patient/" + chart.person().patientId(),
                Map.of());
        return chart;
    }

    @GetMapping("/{id}/timeline")
    @Transactional
    public List<TimelineEntry> timeline(@PathVariable String id, Caller caller) {
        var person = find(id);
        audit.record(clock.instant(), caller.id(), "TimelineViewed", "patient/" + person.patientId(), Map.of());
        return timelines.of(person.patientId());
    }

    /** What waits to be sent, soonest first; without words. */
    @GetMapping("/{id}/queue")
    @Transactional
    public List<QueuedText> queue(@PathVariable String id, Caller caller) {
        audit.record(clock.instant(), caller.id(), "QueueViewed", "patient/" + id, Map.of());
        return queues.of(new PatientId(id));
    }

    /** What the patient told a member of staff, with the reason for the entry. */
    @PostMapping("/{id}/consent")
    @PreAuthorize("hasRole('STAFF')")
    Person enter(@PathVariable String id, @Valid @RequestBody Entered entry, Caller caller) {
        var person = find(id);
        consent.enter(person.patientId(), entry.granted(), entry.reason(), caller.id(), clock.instant());
        return find(id);
    }

    private Person find(String id) {
        return people.find(new PatientId(id)).orElseThrow(Problems::unknownPatient);
    }
}
