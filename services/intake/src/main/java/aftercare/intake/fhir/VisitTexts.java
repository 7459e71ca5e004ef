package aftercare.intake.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;

/** What a resource says of its purpose, the most telling element first. */
final class VisitTexts {
    private VisitTexts() {}

    static List<List<String>> of(Appointment appointment) {
        return List.of(
                Element.words(List.of(appointment.getAppointmentType())),
                Element.words(appointment.getServiceType()),
                Element.words(appointment.getReasonCode()),
                appointment.hasDescription() ? List.of(appointment.getDescription()) : List.of());
    }

    static List<List<String>> of(Encounter encounter) {
        return List.of(
                Element.words(encounter.getType()),
                Element.words(List.of(encounter.getServiceType())),
                Element.words(encounter.getReasonCode()));
    }
}
