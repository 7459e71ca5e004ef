package aftercare.journeys.dispatch;

import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The words that a journey suggests to staff, in the patient's language. A human approves or changes them, and sends them by hand. */
@RestController
class SuggestedWordsController {
    private final Touchpoints touchpoints;
    private final JourneyOf journeyOf;
    private final Facts facts;
    private final ClinicSettings clinic;
    private final ClinicClock clock;

    SuggestedWordsController(
            Touchpoints touchpoints, JourneyOf journeyOf, Facts facts, ClinicSettings clinic, ClinicClock clock) {
        this.touchpoints = touchpoints;
        this.journeyOf = journeyOf;
        this.facts = facts;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @param closesAt until when they are of use */
    record Suggested(String touchpoint, String name, String text, String language, Instant closesAt) {}

    /** Of touchpoints that are with staff now. */
    @GetMapping("/v1/patients/{id}/suggested-words")
    @PreAuthorize("hasRole('STAFF')")
    List<Suggested> words(@PathVariable String id) {
        var patient = new PatientId(id);
        var now = clock.instant();
        var journey = journeyOf.patient(patient).journey();
        var history = facts.historyOf(patient);
        return touchpoints.of(patient).stream()
                .filter(planned -> planned.state() == State.HANDED_OVER)
                .flatMap(planned -> journey.touchpoint(planned.touchpoint()).stream()
                        .flatMap(touchpoint -> suggested(touchpoint, planned, history, now)))
                .toList();
    }

    private Stream<Suggested> suggested(
            Touchpoint touchpoint, PlannedTouchpoint planned, PatientHistory history, Instant now) {
        var wording = touchpoint.wording();
        var window = planned.window();
        if (wording == null || window == null || !window.holds(now)) {
            return Stream.empty();
        }
        var words = MessageText.of(wording, planned.appointmentId(), history, clinic);
        return Stream.of(new Suggested(
                planned.touchpoint(), touchpoint.name(), words.text(), words.language(), window.closesAt()));
    }
}
