package aftercare.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.patients.GivenContact;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondContactsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");

    private final Issues issues = new Issues();

    @Test
    void the_one_for_emergencies_goes_before_the_first() {
        var patient = new Patient()
                .addContact(contact("Robin Example", "202 555 0101", "N"))
                .addContact(contact("Kim Example", "(202) 555-0102", "C"));

        assertThat(SecondContacts.of(patient, "Patient", NOW, issues))
                .contains(new GivenContact("Kim Example", "+12025550102", null));
    }

    @Test
    void one_who_can_be_called_goes_before_one_who_can_not_and_the_relation_is_kept() {
        var patient = new Patient()
                .addContact(contact("Robin Example", null, "C"))
                .addContact(contact("Kim Example", "+12025550102", "N")
                        .addRelationship(new CodeableConcept().setText("Sister")));

        assertThat(SecondContacts.of(patient, "Patient", NOW, issues))
                .contains(new GivenContact("Kim Example", "+12025550102", "Sister"));
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void without_a_number_there_is_a_name_and_a_warning() {
        var patient = new Patient().addContact(contact("Robin Example", "ext. 12", "C"));

        assertThat(SecondContacts.of(patient, "Patient", NOW, issues))
                .contains(new GivenContact("Robin Example", null, null));
        assertThat(issues.all())
                .singleElement()
                .satisfies(issue ->
                        assertThat(issue.toString()).contains("Patient.contact[0].telecom", "could be called"));
    }

    @Test
    void who_is_no_contact_any_more_or_has_no_name_is_left_out() {
        var ended = contact("Robin Example", "+12025550102", "C");
        ended.setPeriod(new Period().setEnd(Date.from(NOW.minusSeconds(1))));
        var patient = new Patient().addContact(ended).addContact(contact("", "+12025550103", "C"));

        assertThat(SecondContacts.of(patient, "Patient", NOW, issues)).isEmpty();
    }

    private static ContactComponent contact(String name, @Nullable String number, String code) {
        var contact = new ContactComponent().setName(new HumanName().setText(name));
        contact.addRelationship(new CodeableConcept().addCoding(new Coding().setCode(code)));
        if (number != null) {
            contact.addTelecom(new ContactPoint()
                    .setSystem(ContactPoint.ContactPointSystem.PHONE)
                    .setValue(number));
        }
        return contact;
    }
}
