package aftercare.journeys.dispatch;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.planning.State;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.wording.ClinicSettings;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The words that a journey suggests to staff, in the patient's language. A human approves or changes them, and sends them by hand. */
@RestController
class WordsController {
    private final Touchpoints touchpoints;
    private final Journeys journeys;
    private final Facts facts;
    private final ClinicSettings clinic;

    WordsController(Touchpoints touchpoints, Journeys journeys, Facts facts, ClinicSettings clinic) {
        this.touchpoints = touchpoints;
        this.journeys = journeys;
        this.facts = facts;
        this.clinic = clinic;
    }

    @GetMapping("/v1/touchpoints/{id}/words")
    @PreAuthorize("hasRole('STAFF')")
    ResponseEntity<MessageText> words(@PathVariable UUID id) {
        return ResponseEntity.of(touchpoints
                .find(id)
                .filter(touchpoint -> touchpoint.state() == State.HANDED_OVER)
                .flatMap(touchpoint -> journeys.current()
                        .journey()
                        .touchpoint(touchpoint.touchpoint())
                        .map(Touchpoint::wording)
                        .map(wording -> MessageText.of(
                                wording,
                                touchpoint.appointmentId(),
                                facts.historyOf(touchpoint.patientId()),
                                clinic))));
    }
}
