package aftercare.intake.fhir;

import static aftercare.intake.Clinic.example;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.ClinicTopics.Told;
import aftercare.intake.RunningIntake;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.AppointmentBooked;
import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.NumberUse;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.SessionCompleted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FhirDoorIT extends RunningIntake {
    private final String alex = "p" + UUID.randomUUID();

    @Test
    void a_session_day_from_the_examples_becomes_facts_in_order() {
        assertThat(clinic.put("Patient/" + alex, example("patient.json", alex)).status())
                .isEqualTo(201);
        clinic.put("Appointment/" + alex + "-1", example("appointment.json", alex));
        clinic.put("Encounter/" + alex + "-1", example("encounter-arrived.json", alex));
        clinic.put("Encounter/" + alex + "-1", example("encounter-in-progress.json", alex));
        clinic.put("Encounter/" + alex + "-1", example("encounter-finished.json", alex));

        var told = topics.of(alex, 5);
        assertThat(told.stream().map(Told::name))
                .containsExactlyInAnyOrder(
                        "PatientChanged", "AppointmentBooked", "PatientArrived", "SessionStarted", "SessionCompleted");
        assertThat(told.toString()).doesNotContain("2025550143", "Alex");
        var patient = (PatientChanged) event(told, "PatientChanged");
        var id = told.stream()
                .filter(one -> one.name().equals("PatientChanged"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(sealer.open(patient.name(), id, "name")).isEqualTo("Alex Example");
        assertThat(sealer.open(patient.numbers().getFirst().number(), id, "numbers/0"))
                .isEqualTo("+12025550143");
        assertThat(patient.numbers().getFirst().use()).isEqualTo(NumberUse.MOBILE);
        assertThat(patient.language()).isEqualTo("en");
        assertThat(patient.consent())
                .isNotNull()
                .extracting(offer -> offer.basis())
                .isEqualTo(ConsentBasis.EXPRESS);
        assertThat(patient.consent())
                .isNotNull()
                .extracting(offer -> offer.offeredAt())
                .isEqualTo(patient.provenance().recordedAt());
        var booked = ((AppointmentBooked) event(told, "AppointmentBooked")).appointment();
        assertThat(booked.route()).isEqualTo(Route.IV);
        assertThat(booked.number()).isEqualTo(1);
        assertThat(booked.patientId()).isEqualTo(new PatientId(alex));
        var completed = (SessionCompleted) event(told, "SessionCompleted");
        assertThat(completed.checkIn().at()).isEqualTo(Instant.parse("2027-03-05T20:10:00Z"));
        assertThat(completed.checkIn().appointmentId()).isEqualTo(new AppointmentId(alex + "-1"));
    }

    @Test
    void the_same_again_is_known_and_tells_nothing() {
        var first = clinic.put("Patient/" + alex, example("patient.json", alex));
        var again = clinic.put("Patient/" + alex, example("patient.json", alex));
        var changed =
                clinic.put("Patient/" + alex, example("patient.json", alex).replace("en-US", "es"));

        assertThat(List.of(first.status(), again.status(), changed.status())).containsExactly(201, 200, 200);
        assertThat(again.body()).contains("Known already");
        assertThat(again.response().headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(topics.namesOf(alex, 2)).hasSize(2);
        var offers = topics.of(alex, 2).stream()
                .map(one -> ((PatientChanged) one.event()).consent())
                .distinct();
        assertThat(offers).hasSize(1);
    }

    @Test
    void a_post_without_an_id_gets_the_same_one_when_it_is_sent_again() {
        var body = example("appointment.json", alex).replaceFirst("\"id\": \"[^\"]*\",", "");
        var first = clinic.send("POST", "/fhir/Appointment", body, "Content-Type", "application/json");
        var again = clinic.send("POST", "/fhir/Appointment", body, "Content-Type", "application/json");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(first.response().headers().firstValue("Location"))
                .isEqualTo(again.response().headers().firstValue("Location"))
                .get()
                .asString()
                .startsWith("/fhir/Appointment/");
        assertThat(topics.namesOf(alex, 1)).containsExactly("AppointmentBooked");
    }

    @Test
    void an_older_version_that_comes_late_does_not_undo_a_newer_one() {
        var booked = example("appointment.json", alex);
        clinic.put("Appointment/" + alex + "-1", versioned(booked.replace("booked", "cancelled"), 2));
        var late = clinic.put("Appointment/" + alex + "-1", versioned(booked, 1));

        assertThat(late.body()).contains("nothing follows from it");
        assertThat(topics.namesOf(alex, 1)).containsExactly("AppointmentCancelled");
    }

    @Test
    void if_match_with_another_revision_is_refused() {
        clinic.put("Patient/" + alex, example("patient.json", alex));
        var before = held();
        var answer = clinic.send(
                "PUT",
                "/fhir/Patient/" + alex,
                example("patient.json", alex).replace("en-US", "es"),
                "Content-Type",
                "application/fhir+json",
                "If-Match",
                "W/\"7\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void a_transaction_resolves_its_own_references_and_is_the_same_when_sent_again() {
        var bundle = example("bundle.json", alex).replace("robin", alex).replace("example-2", alex);
        var first = clinic.send("POST", "/fhir", bundle, "Content-Type", "application/fhir+json");
        var again = clinic.send("POST", "/fhir", bundle, "Content-Type", "application/fhir+json");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/type").asString()).isEqualTo("transaction-response");
        assertThat(first.json().at("/entry/0/response/status").asString()).isEqualTo("201 Created");
        assertThat(again.json().at("/entry/0/response/status").asString()).isEqualTo("200 OK");
        var patient = first.json().at("/entry/0/response/location").asString().split("/", -1)[1];
        var told = topics.of(patient, 2);
        assertThat(told.stream().map(Told::name)).containsExactlyInAnyOrder("PatientChanged", "AppointmentBooked");
        assertThat(((AppointmentBooked) event(told, "AppointmentBooked"))
                        .appointment()
                        .route())
                .isEqualTo(Route.NASAL);
    }

    @Test
    void one_bad_entry_leaves_nothing_of_its_transaction() {
        var before = held();
        var bundle = example("bundle.json", alex).replace("\"booked\"", "\"bookd\"");
        var answer = clinic.send("POST", "/fhir", bundle, "Content-Type", "application/fhir+json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/issue/0/expression/0").asString()).isEqualTo("Bundle.entry[1].resource.status");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void what_happens_before_its_patient_or_appointment_is_known_is_told_all_the_same() {
        clinic.put("Encounter/" + alex + "-1", example("encounter-finished.json", alex));

        assertThat(topics.namesOf(alex, 2)).containsExactly("SessionStarted", "SessionCompleted");
    }

    @Test
    void metadata_says_what_is_taken() {
        var metadata = clinic.send("GET", "/fhir/metadata", "").json();

        assertThat(metadata.at("/resourceType").asString()).isEqualTo("CapabilityStatement");
        assertThat(metadata.at("/rest/0/resource/2/type").asString()).isEqualTo("Encounter");
    }

    @Test
    void neither_name_nor_number_lies_open_in_the_database() {
        clinic.put("Patient/" + alex, example("patient.json", alex));

        var open = jdbc.sql("SELECT count(*) FROM record_version v WHERE v::text ~ '5550143|Example'")
                .query(Integer.class)
                .single();
        assertThat(open).isZero();
    }

    private static String versioned(String resource, int version) {
        return resource.replaceFirst(
                "\"status\"",
                "\"meta\": {\"versionId\": \"%d\", \"lastUpdated\": \"2027-03-01T10:00:0%dZ\"}, \"status\""
                        .formatted(version, version));
    }

    private static Object event(List<Told> told, String name) {
        return told.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .event();
    }
}
