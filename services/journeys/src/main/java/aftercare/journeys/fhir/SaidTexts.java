package aftercare.journeys.fhir;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.StringType;

/** Texts both ways. One that never left the house has no words here: nobody said them. */
final class SaidTexts {
    private static final String SHARED =
            "This came from a number that several patients share: which of them wrote is not known.";

    private final Parties parties;
    private final ZoneId zone;
    private final Ids ids;

    SaidTexts(Parties parties, ZoneId zone, Ids ids) {
        this.parties = parties;
        this.zone = zone;
        this.ids = ids;
    }

    Communication communication(Text text) {
        var communication = new Communication();
        communication.setId(text.id().toString());
        communication.addMedium(Codes.sms());
        communication.setSubject(parties.toPatient());
        if (text.fromPatient()) {
            received(communication, text);
        } else {
            sent(communication, text);
        }
        ids.toIfHere(text.saysTouchpoint()).ifPresent(communication::addBasedOn);
        ids.toIfHere(text.inResponseTo()).ifPresent(communication::addInResponseTo);
        var words = text.words();
        if (words != null && !words.isBlank() && text.left()) {
            communication.addPayload().setContent(new StringType(words));
        }
        return communication;
    }

    private void received(Communication communication, Text text) {
        communication.setStatus(CommunicationStatus.COMPLETED);
        communication.setReceivedElement(Times.at(text.at(), zone));
        communication.addRecipient(parties.toClinic());
        if (text.shared()) {
            communication.addNote().setText(SHARED);
        } else {
            communication.setSender(parties.toPatient());
        }
        if (text.level() != null) {
            communication.addCategory(new CodeableConcept(new Coding(Codes.LEVELS, text.level(), null)));
        }
    }

    private void sent(Communication communication, Text text) {
        communication.setStatus(status(text.status()));
        communication.setStatusReason(ReasonWords.concept(text.reason() == null ? text.status() : text.reason()));
        communication.addRecipient(parties.toPatient());
        communication.setSender(text.author() == null ? parties.toClinic() : Parties.toColleague(text.author()));
        if (text.left()) {
            communication.setSentElement(Times.at(text.at(), zone));
        }
        if (text.touchpoint() != null) {
            communication.addCategory(new CodeableConcept(new Coding(Codes.TOUCHPOINTS, text.touchpoint(), null)));
        }
    }

    /** A status that is new in messaging is one that we do not know. */
    private static CommunicationStatus status(String status) {
        return switch (status) {
            case "SENDING" -> CommunicationStatus.INPROGRESS;
            case "SENT", "DELIVERED" -> CommunicationStatus.COMPLETED;
            case "UNDELIVERED", "REFUSED", "SKIPPED" -> CommunicationStatus.NOTDONE;
            default -> CommunicationStatus.UNKNOWN;
        };
    }
}
