package aftercare.intake.fhir;

import static aftercare.intake.Clinic.example;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.RunningIntake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputIT extends RunningIntake {
    private static final String PATIENT = example("patient.json", "bad");
    private static final String APPOINTMENT = example("appointment.json", "bad");
    private static final String ENCOUNTER = example("encounter-finished.json", "bad");

    static Stream<Arguments> badInputs() {
        return Stream.of(
                bad("not JSON", "Patient/bad", "{\"resourceType\": \"Patient\",, }", 400, "Patient"),
                bad("not an object", "Patient/bad", "[]", 400, "Patient"),
                bad("empty", "Patient/bad", "", 400, "Patient"),
                bad(
                        "a name twice",
                        "Patient/bad",
                        "{\"resourceType\":\"Patient\",\"id\":\"bad\",\"id\":\"bad\"}",
                        400,
                        "Patient"),
                bad("another type", "Patient/bad", APPOINTMENT.replace("bad-1", "bad"), 400, "Patient.resourceType"),
                bad("another id", "Patient/bad", PATIENT.replace("\"bad\"", "\"other\""), 400, "Patient.id"),
                bad("an id that is none", "Patient/b_d", PATIENT, 400, "Patient.id"),
                bad(
                        "a type that is not taken",
                        "Observation/bad",
                        "{\"resourceType\":\"Observation\"}",
                        404,
                        "Resource"),
                bad(
                        "a misspelt element",
                        "Patient/bad",
                        PATIENT.replace("\"telecom\"", "\"telcom\""),
                        400,
                        "Patient.telcom"),
                bad(
                        "a deep misspelt element",
                        "Patient/bad",
                        PATIENT.replace("\"rank\"", "\"rnk\""),
                        400,
                        "Patient.telecom[0].rnk"),
                bad(
                        "one value where many go",
                        "Patient/bad",
                        PATIENT.replace("\"name\": [", "\"name\": ").replace("\"Example\" }]", "\"Example\" }"),
                        400,
                        "Patient.name"),
                bad(
                        "text where a boolean goes",
                        "Patient/bad",
                        PATIENT.replace("\"active\": true", "\"active\": \"true\""),
                        400,
                        "Patient.active"),
                bad(
                        "text where a number goes",
                        "Patient/bad",
                        PATIENT.replace("\"rank\": 1", "\"rank\": \"1\""),
                        400,
                        "Patient.telecom[0].rank"),
                bad(
                        "an unknown code",
                        "Patient/bad",
                        PATIENT.replace("\"mobile\"", "\"cell\""),
                        400,
                        "Patient.telecom[0].use"),
                bad(
                        "a modifier extension",
                        "Patient/bad",
                        PATIENT.replace(
                                "\"active\": true",
                                "\"modifierExtension\": [{\"url\": \"http://x\", \"valueBoolean\": true}]"),
                        400,
                        "Patient.modifierExtension"),
                bad(
                        "rules of its own",
                        "Patient/bad",
                        PATIENT.replace("\"active\": true", "\"implicitRules\": \"http://x\""),
                        422,
                        "Patient.implicitRules"),
                bad(
                        "no name",
                        "Patient/bad",
                        PATIENT.replace(
                                "\"name\": [{ \"use\": \"official\", \"given\": [\"Alex\"], \"family\": \"Example\" }],",
                                ""),
                        422,
                        "Patient.name"),
                bad(
                        "no number",
                        "Patient/bad",
                        PATIENT.replace("(202) 555-0143", "ask Alex"),
                        422,
                        "Patient.telecom[0].value"),
                bad(
                        "no zone",
                        "Patient/bad",
                        PATIENT.replace("America/New_York", "Eastern"),
                        422,
                        "Patient.extension[0].value"),
                bad(
                        "no consent code",
                        "Patient/bad",
                        PATIENT.replace("discreet", "sure"),
                        422,
                        "Patient.extension[1].value"),
                bad(
                        "merged into itself",
                        "Patient/bad",
                        PATIENT.replace(
                                "\"active\": true",
                                "\"link\": [{\"other\": {\"reference\": \"Patient/bad\"}, \"type\": \"replaced-by\"}]"),
                        422,
                        "Patient.link[0].other"),
                bad(
                        "an instant without offset",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("13:00:00-05:00", "13:00:00"),
                        400,
                        "Appointment.start"),
                bad(
                        "an instant that is none",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("2027-03-05T13", "2027-13-05T13"),
                        400,
                        "Appointment.start"),
                bad(
                        "an unknown status",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("booked", "Booked"),
                        400,
                        "Appointment.status"),
                bad(
                        "no status",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("\"status\": \"booked\",", ""),
                        422,
                        "Appointment.status"),
                bad(
                        "no start",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("\"start\": \"2027-03-05T13:00:00-05:00\",", ""),
                        422,
                        "Appointment.start"),
                bad(
                        "end before start",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("2027-03-05T15", "2027-03-04T15"),
                        422,
                        "Appointment.end"),
                bad(
                        "no patient",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("Patient/bad", "Practitioner/bad"),
                        422,
                        "Appointment.participant"),
                bad(
                        "session zero",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("\"valuePositiveInt\": 1", "\"valueInteger\": 0"),
                        422,
                        "Appointment.extension[1].value"),
                bad(
                        "an unresolved urn",
                        "Appointment/bad-1",
                        APPOINTMENT.replace("Patient/bad", "urn:uuid:0b7c6f0e-52a4-4f0e-9d0c-6f9a3d1c2b10"),
                        422,
                        "Appointment.participant[0].actor.reference"),
                bad(
                        "no subject",
                        "Encounter/bad-1",
                        ENCOUNTER.replace("\"subject\": { \"reference\": \"Patient/bad\" },", ""),
                        422,
                        "Encounter.subject"),
                bad(
                        "a period that runs backwards",
                        "Encounter/bad-1",
                        ENCOUNTER.replace("2027-03-05T15:10", "2027-03-05T05:10"),
                        422,
                        "Encounter.period.end"),
                bad(
                        "an object where text goes",
                        "Encounter/bad-1",
                        ENCOUNTER.replace("\"finished\"", "{}"),
                        400,
                        "Encounter.status"));
    }

    private static Arguments bad(String what, String address, String body, int status, String expression) {
        return Arguments.of(what, address, body, status, expression);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInputs")
    void bad_input_is_named_and_leaves_nothing(
            String what, String address, String body, int status, String expression) {
        var before = held();

        var answer = clinic.put(address, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(answer.json()
                        .at("/issue")
                        .valueStream()
                        .map(issue -> issue.at("/expression/0").asString()))
                .contains(expression);
        assertThat(answer.json().at("/issue/0/diagnostics").asString()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("0143", "Alex", "Example", "Exception", "ask Alex", "Eastern", "at ca.uhn");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void everything_wrong_is_said_at_once() {
        var answer = clinic.put(
                "Patient/bad", PATIENT.replace("\"rank\"", "\"rnk\"").replace("\"active\": true", "\"active\": 1"));

        assertThat(answer.json()
                        .at("/issue")
                        .valueStream()
                        .map(issue -> issue.at("/expression/0").asString()))
                .containsExactlyInAnyOrder("Patient.active", "Patient.telecom[0].rnk");
    }

    @Test
    void another_media_type_is_refused_with_the_one_to_use() {
        var xml = clinic.send("PUT", "/fhir/Patient/bad", "<Patient/>", "Content-Type", "application/fhir+xml");
        var form =
                clinic.send("PUT", "/fhir/Patient/bad", PATIENT, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(xml.status()).isEqualTo(415);
        assertThat(form.status()).isEqualTo(415);
        assertThat(xml.body()).contains("application/fhir+json");
    }

    @Test
    void another_method_is_refused_with_those_there_are() {
        var answer = clinic.send("DELETE", "/fhir/Patient/bad", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).contains("OperationOutcome", "PUT /fhir/{type}/{id}");
    }

    @Test
    void an_element_name_that_may_be_a_patients_words_is_not_repeated() {
        var answer = clinic.put("Patient/bad", "{\"resourceType\":\"Patient\",\"Alex Example 0143\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("0143");
    }

    @Test
    void a_number_that_can_not_be_read_beside_one_that_can_is_left_out_with_a_warning() {
        var answer = clinic.put(
                "Patient/warned",
                PATIENT.replace("\"bad\"", "\"warned\"")
                        .replace(
                                "\"telecom\": [",
                                "\"telecom\": [{ \"system\": \"phone\", \"use\": \"home\", \"value\": \"none\" }, "));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/issue/0/severity").asString()).isEqualTo("warning");
        assertThat(answer.json().at("/issue/0/expression/0").asString()).isEqualTo("Patient.telecom[0].value");
    }
}
