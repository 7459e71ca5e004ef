package aftercare.journeys.fhir;

import aftercare.schemas.PatientId;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Who speaks and who is spoken to. */
final class Parties {
    private final UUID patient;

    Parties(PatientId patient) {
        this.patient = Ids.patient(patient.value());
    }

    Reference toPatient() {
        return Ids.to(patient);
    }

    Reference toClinic() {
        return Ids.to(Ids.CLINIC);
    }

    /** Colleagues are named, and no part of a patient's record. */
    static Reference toColleague(String staffId) {
        var reference = new Reference().setType("Practitioner");
        reference.getIdentifier().setSystem(Codes.COLLEAGUES).setValue(staffId);
        return reference;
    }

    Organization clinic(PatientRecord.Clinic clinic) {
        var organization = new Organization();
        organization.setId(Ids.CLINIC.toString());
        organization.setName(clinic.name());
        organization.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(clinic.phone());
        return organization;
    }

    Patient patient(PatientRecord.Person person) {
        var resource = new Patient();
        resource.setId(patient.toString());
        resource.addIdentifier()
                .setSystem(Codes.PATIENTS)
                .setValue(person.patientId().value());
        if (person.name() != null) {
            resource.addName().setText(person.name());
        }
        addNumbers(resource, person);
        resource.addCommunication()
                .setPreferred(true)
                .getLanguage()
                .addCoding()
                .setSystem(Codes.LANGUAGES)
                .setCode(person.language());
        if (person.merged()) {
            resource.setActive(false);
        }
        if (person.deceased()) {
            resource.setDeceased(new BooleanType(true));
        }
        return resource;
    }

    private static void addNumbers(Patient resource, PatientRecord.Person person) {
        var texted = person.textedAt();
        if (texted != null) {
            resource.addTelecom()
                    .setSystem(ContactPointSystem.SMS)
                    .setValue(texted)
                    .setUse(ContactPointUse.MOBILE);
        }
        person.numbers().stream()
                .filter(number -> !number.equals(texted))
                .forEach(number -> resource.addTelecom()
                        .setSystem(ContactPointSystem.PHONE)
                        .setValue(number));
    }
}
