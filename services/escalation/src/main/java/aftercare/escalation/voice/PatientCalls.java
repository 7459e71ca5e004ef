package aftercare.escalation.voice;

import aftercare.escalation.cases.CallOutcome;
import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.CaseNotes;
import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.twilio.CallStatus;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** A colleague's calls to patients: each stands in its case. The number is asked of {@code messaging} each time and kept nowhere here (S9). */
@Component
class PatientCalls {
    private static final Logger log = LoggerFactory.getLogger(PatientCalls.class);

    private final ServiceClients clients;
    private final StaffRoster roster;
    private final CaseNotes notes;
    private final ClinicClock clock;

    PatientCalls(ServiceClients clients, StaffRoster roster, CaseNotes notes, ClinicClock clock) {
        this.clients = clients;
        this.roster = roster;
        this.notes = notes;
        this.clock = clock;
    }

    /** Asked in the colleague's own name, so that {@code messaging}'s trail says who looked. */
    Optional<String> numberOf(Case own, StaffId who) {
        var roles = roster.find(who).map(Staff::roles);
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(clients.to("messaging", new Caller(who.value(), roles.get()))
                            .get()
                            .uri("/v1/lines/{line}", own.lineId())
                            .retrieve()
                            .body(Line.class))
                    .map(Line::number);
        } catch (RestClientException e) {
            log.atWarn()
                    .addKeyValue("escalation", own.id())
                    .addKeyValue("error", e.getClass().getName())
                    .log("A patient's number could not be had, so a colleague could not be connected");
            return Optional.empty();
        }
    }

    /** In a drill no phone rings. */
    void rehearse(Case drill, StaffId who) {
        notes.call(
                drill.id(),
                who,
                CallOutcome.REACHED,
                "Rehearsed in a drill by phone: nobody was called.",
                clock.instant());
    }

    void begin(Case own, StaffId who) {
        notes.dialling(own.id(), who, "Calling the patient by phone, from the clinic's number.", clock.instant());
    }

    /** @return whether they were connected */
    boolean end(EscalationId id, StaffId who, String outcome, int seconds) {
        var status = CallStatus.of(outcome);
        notes.call(
                id,
                who,
                isConnected(outcome, status) ? CallOutcome.CONNECTED : CallOutcome.NO_ANSWER,
                words(outcome, status, seconds),
                clock.instant());
        return isConnected(outcome, status);
    }

    /** A bridged call ends as "completed" or, where both ends rang at once, "answered". */
    private static boolean isConnected(String outcome, CallStatus status) {
        return status == CallStatus.COMPLETED || outcome.equals("answered");
    }

    private static String words(String outcome, CallStatus status, int seconds) {
        if (isConnected(outcome, status)) {
            return "Somebody or a voicemail answered; connected for " + seconds / 60 + " min " + seconds % 60 + " s.";
        }
        return switch (status) {
            case BUSY -> "The patient's phone was busy, or the call was declined.";
            case NO_ANSWER -> "The patient did not answer.";
            case CANCELED -> "Hung up before the patient answered.";
            case COMPLETED, QUEUED, RINGING, IN_PROGRESS, FAILED, UNKNOWN ->
                "The patient's phone could not be reached.";
        };
    }

    /** As much of messaging's answer as is read here. */
    private record Line(@Nullable String number) {
        /** Never the number (S9). */
        @Override
        public String toString() {
            return "Line";
        }
    }
}
