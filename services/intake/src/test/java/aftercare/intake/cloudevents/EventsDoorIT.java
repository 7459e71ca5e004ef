package aftercare.intake.cloudevents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.Clinic.Answer;
import aftercare.intake.ClinicTopics.Told;
import aftercare.intake.RunningIntake;
import aftercare.schemas.clinic.PatientChanged;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventsDoorIT extends RunningIntake {
    private static final String PATIENT = """
            {"patientId": "PATIENT", "name": "Robin Example", "zone": "America/Chicago", "language": "es",
             "numbers": [{"number": "(202) 555-0144", "use": "MOBILE", "rank": 1}],
             "consent": {"basis": "EXPRESS", "contentLevel": "DETAILED"},
             "secondContact": {"name": "Kim Example", "number": "(202) 555-0199", "relation": "sister"}}""";
    private static final String BOOKED = """
            {"appointment": {"appointmentId": "PATIENT-1", "patientId": "PATIENT", "visitType": "Ketamine IV",
             "startsAt": "2027-03-05T13:00:00-05:00", "endsAt": "2027-03-05T15:00:00-05:00"}}""";
    private static final String COMPLETED = """
            {"checkIn": {"appointmentId": "PATIENT-1", "patientId": "PATIENT", "at": "2027-03-05T15:10:00-05:00"}}""";

    private final String robin = "c" + UUID.randomUUID();

    @Test
    void a_batch_becomes_facts_with_name_and_number_sealed() {
        var answer = batch(
                event("1", "PatientChanged", PATIENT),
                event("2", "AppointmentBooked", BOOKED),
                event("3", "SessionCompleted", COMPLETED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/events/2/effect").asString()).isEqualTo("TOLD");
        var told = topics.of(robin, 3);
        assertThat(told.stream().map(Told::name))
                .containsExactlyInAnyOrder("PatientChanged", "AppointmentBooked", "SessionCompleted");
        assertThat(told.toString()).doesNotContain("0144", "Example");
        var patient = told.stream()
                .filter(one -> one.event() instanceof PatientChanged)
                .findFirst()
                .orElseThrow();
        assertThat(sealer.open(((PatientChanged) patient.event()).name(), patient.id(), "name"))
                .isEqualTo("Robin Example");
        var contact = requireNonNull(((PatientChanged) patient.event()).secondContact());
        assertThat(sealer.open(requireNonNull(contact.number()), patient.id(), "secondContact/number"))
                .isEqualTo("+12025550199");
    }

    @Test
    void one_event_travels_structured_or_binary() {
        var structured = clinic.send(
                "POST",
                "/v1/events",
                event("1", "AppointmentBooked", BOOKED),
                "Content-Type",
                "application/cloudevents+json");
        var binary = clinic.send(
                "POST",
                "/v1/events",
                COMPLETED.replace("PATIENT", robin),
                "Content-Type",
                "application/json",
                "ce-specversion",
                "1.0",
                "ce-id",
                robin + "-2",
                "ce-source",
                "urn:clinic",
                "ce-type",
                "aftercare.intake.SessionCompleted.v1");

        assertThat(structured.status()).isEqualTo(200);
        assertThat(binary.status()).isEqualTo(200);
        assertThat(topics.namesOf(robin, 2)).containsExactlyInAnyOrder("AppointmentBooked", "SessionCompleted");
    }

    @Test
    void the_same_event_again_and_the_same_fact_under_a_new_id_tell_nothing() {
        batch(event("1", "AppointmentBooked", BOOKED));
        var again = batch(event("1", "AppointmentBooked", BOOKED));
        var renamed = batch(event("2", "AppointmentBooked", BOOKED));
        batch(event("3", "SessionCompleted", COMPLETED));

        assertThat(again.json().at("/events/0/effect").asString()).isEqualTo("KNOWN");
        assertThat(renamed.json().at("/events/0/effect").asString()).isEqualTo("KNOWN");
        assertThat(topics.namesOf(robin, 2)).hasSize(2);
    }

    @Test
    void an_id_used_for_another_event_is_refused() {
        batch(event("1", "AppointmentBooked", BOOKED));
        var before = held();

        var answer = batch(event("5", "SessionCompleted", COMPLETED), event("1", "AppointmentCancelled", BOOKED));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void a_step_entered_in_error_is_taken_back() {
        batch(event("1", "SessionCompleted", COMPLETED));
        batch(event("2", "SessionCompleted", COMPLETED.replace("-05:00\"}}", "-05:00\", \"enteredInError\": true}}")));

        assertThat(topics.namesOf(robin, 2)).containsExactly("SessionCompleted", "SessionCompleted");
    }

    static Stream<Arguments> badEvents() {
        return Stream.of(
                Arguments.of("PatientChanged", PATIENT.replace("\"name\"", "\"nam\""), "events[1].data.name"),
                Arguments.of(
                        "PatientChanged",
                        PATIENT.replace("(202) 555-0144", "none"),
                        "events[1].data.numbers[0].number"),
                Arguments.of("PatientChanged", PATIENT.replace("America/Chicago", "Central"), "events[1].data.zone"),
                Arguments.of("PatientChanged", PATIENT.replace("EXPRESS", "YES"), "events[1].data.consent.basis"),
                Arguments.of(
                        "PatientChanged",
                        PATIENT.replace("\"rank\": 1", "\"rank\": 0"),
                        "events[1].data.numbers[0].rank"),
                Arguments.of(
                        "AppointmentBooked",
                        BOOKED.replace("startsAt", "start"),
                        "events[1].data.appointment.startsAt"),
                Arguments.of(
                        "AppointmentBooked", BOOKED.replace("-05:00\"", "\""), "events[1].data.appointment.startsAt"),
                Arguments.of("AppointmentBooked", "{}", "events[1].data.appointment"),
                Arguments.of("SessionCompleted", COMPLETED.replace("\"at\"", "\"when\""), "events[1].data.checkIn.at"),
                Arguments.of("SessionFinished", COMPLETED, "events[1].type"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("badEvents")
    void one_bad_event_leaves_nothing_of_its_batch(String type, String data, String at) {
        var before = held();

        var answer = batch(event("1", "AppointmentBooked", BOOKED), event("2", type, data));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .at("/faults")
                        .valueStream()
                        .map(fault -> fault.at("/at").asString()))
                .contains(at);
        assertThat(answer.body()).doesNotContain("0144", "Robin", "none\"", "Central", "Exception");
        assertThat(held()).isEqualTo(before);
    }

    private Answer batch(String... events) {
        return clinic.send(
                "POST",
                "/v1/events",
                "[" + String.join(",", events) + "]",
                "Content-Type",
                "application/cloudevents-batch+json");
    }

    private String event(String id, String fact, String data) {
        return """
                {"specversion": "1.0", "id": "%s-%s", "source": "urn:clinic", "type": "aftercare.intake.%s.v1", "data": %s}""".formatted(robin, id, fact, data.replace("PATIENT", robin));
    }
}
