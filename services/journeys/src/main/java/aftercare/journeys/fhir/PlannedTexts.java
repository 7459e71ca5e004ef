package aftercare.journeys.fhir;

import aftercare.schemas.messaging.Window;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** A touchpoint as a request to communicate. What is not said yet has no words yet: they are made when it is said. */
final class PlannedTexts {
    private final Parties parties;

    PlannedTexts(Parties parties) {
        this.parties = parties;
    }

    CommunicationRequest request(Planned planned) {
        var request = new CommunicationRequest();
        request.setId(planned.id().toString());
        request.setStatus(status(planned));
        if (planned.reason() != null) {
            request.setStatusReason(ReasonWords.concept(planned.reason()));
        }
        request.addCategory(new CodeableConcept(new Coding(Codes.TOUCHPOINTS, planned.touchpoint(), planned.name())));
        request.addMedium(Codes.sms());
        request.setSubject(parties.toPatient());
        request.addRecipient(parties.toPatient());
        request.setSender(parties.toClinic());
        if (planned.appointmentId() != null) {
            request.addAbout(appointment(planned.appointmentId().value()));
        }
        if (planned.window() != null) {
            request.setOccurrence(period(planned.window(), planned.zone()));
        }
        request.addReasonCode(why(planned));
        return request;
    }

    private static Reference appointment(String id) {
        var reference = new Reference().setType("Appointment");
        reference.getIdentifier().setSystem(Codes.APPOINTMENTS).setValue(id);
        return reference;
    }

    private static Period period(Window window, ZoneId zone) {
        return new Period()
                .setStartElement(Times.at(window.opensAt(), zone))
                .setEndElement(Times.at(window.closesAt(), zone));
    }

    private static CodeableConcept why(Planned planned) {
        var why = planned.why();
        return new CodeableConcept()
                .setText(why.rule() + " (" + why.event() + " "
                        + Times.at(why.at(), planned.zone()).getValueAsString() + ")");
    }

    /** What we neither said nor are to say any more is revoked. */
    private static CommunicationRequestStatus status(Planned planned) {
        if (planned.onHold()) {
            return CommunicationRequestStatus.ONHOLD;
        }
        return switch (planned.state()) {
            case PLANNED, REQUESTED, SENDING -> CommunicationRequestStatus.ACTIVE;
            case UNCERTAIN -> CommunicationRequestStatus.UNKNOWN;
            case SENT, DELIVERED -> CommunicationRequestStatus.COMPLETED;
            case UNDELIVERED, SKIPPED, WITHDRAWN, HANDED_OVER -> CommunicationRequestStatus.REVOKED;
        };
    }
}
