package aftercare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.ClinicTopics.Told;
import aftercare.schemas.clinic.AppointmentCancelled;
import aftercare.schemas.clinic.AppointmentFact;
import aftercare.schemas.clinic.AppointmentNoShow;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.PatientChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever order a clinic's versions arrive in, and however often, the other services end up knowing the same. */
class RandomHistoriesIT extends RunningIntake {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant DAY = Instant.parse("2027-03-05T12:00:00Z");
    private static final String[] APPOINTMENT = {
        "proposed",
        "pending",
        "booked",
        "booked",
        "arrived",
        "checked-in",
        "fulfilled",
        "cancelled",
        "noshow",
        "entered-in-error",
        "waitlist"
    };
    private static final String[] ENCOUNTER = {
        "planned",
        "arrived",
        "triaged",
        "in-progress",
        "onleave",
        "finished",
        "finished",
        "cancelled",
        "entered-in-error"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void shuffled_and_repeated_versions_end_in_the_same_state(long seed) {
        var random = new Random(seed);
        var versions = history(random);
        var shuffled = new ArrayList<>(versions);
        versions.stream().filter(version -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertThat(stateAfter(shuffled)).isEqualTo(stateAfter(versions));
    }

    private record Put(String type, String body) {}

    /** The versions of one patient, one appointment and two encounters, oldest first, with PATIENT in place of the patient's id. */
    private static List<Put> history(Random random) {
        var versions = new ArrayList<Put>();
        for (var version = 1; version <= 12; version++) {
            var meta = "\"meta\": {\"versionId\": \"%d\", \"lastUpdated\": \"%s\"}"
                    .formatted(version, DAY.plusSeconds(60L * version));
            versions.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> patient(random, meta);
                        case 2, 3 -> appointment(random, meta);
                        default -> encounter(random, meta);
                    });
        }
        versions.add(patient(
                random, "\"meta\": {\"versionId\": \"99\", \"lastUpdated\": \"%s\"}".formatted(DAY.plusSeconds(6000))));
        return versions;
    }

    private static Put patient(Random random, String meta) {
        return new Put("Patient", """
                {"resourceType": "Patient", "id": "PATIENT", %s, "active": %b, "name": [{"text": "Alex %d"}],
                 "telecom": [{"system": "phone", "use": "mobile", "value": "+1202555014%d"}]}""".formatted(meta, random.nextInt(4) > 0, random.nextInt(2), random.nextInt(3)));
    }

    private static Put appointment(Random random, String meta) {
        return new Put("Appointment", """
                {"resourceType": "Appointment", "id": "PATIENT-1", %s, "status": "%s", "start": "%s",
                 "appointmentType": {"text": "%s"}, "participant": [{"actor": {"reference": "Patient/PATIENT"}, "status": "accepted"}]}""".formatted(
                        meta,
                        one(random, APPOINTMENT),
                        DAY.plusSeconds(3600L * random.nextInt(3)),
                        one(random, "iv", "spravato")));
    }

    private static Put encounter(Random random, String meta) {
        var start = DAY.plusSeconds(3600L * random.nextInt(2));
        var period = one(
                random,
                "\"start\": \"%s\"".formatted(start),
                "\"start\": \"%s\", \"end\": \"%s\"".formatted(start, start.plusSeconds(7200)));
        return new Put("Encounter", """
                {"resourceType": "Encounter", "id": "PATIENT-%d", %s, "status": "%s", "subject": {"reference": "Patient/PATIENT"},
                 "appointment": [{"reference": "Appointment/PATIENT-1"}], "period": {%s}}""".formatted(random.nextInt(2), meta, one(random, ENCOUNTER), period));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Map<String, String> stateAfter(List<Put> versions) {
        var patient = "h" + UUID.randomUUID();
        for (var version : versions) {
            var body = version.body().replace("PATIENT", patient);
            var id = JSON.readTree(body).path("id").asString();
            assertThat(clinic.put(version.type() + "/" + id, body).status()).isBetween(200, 201);
        }
        var told = jdbc.sql("SELECT count(*) FROM outbox WHERE key = :key")
                .param("key", patient)
                .query(Integer.class)
                .single();
        var state = new TreeMap<String, String>();
        topics.of(patient, told).forEach(one -> state.put(aspect(one), value(one)));
        state.values().removeIf(String::isEmpty);
        return Map.copyOf(state);
    }

    private static String aspect(Told told) {
        return told.event() instanceof AppointmentFact ? "Appointment" : told.name();
    }

    /** Empty for what amounts to never having been told. */
    private String value(Told told) {
        return switch (told.event()) {
            case PatientChanged patient ->
                sealer.open(patient.name(), told.id(), "name")
                        + sealer.open(patient.numbers().getFirst().number(), told.id(), "numbers/0")
                        + patient.consent();
            case AppointmentCancelled _ -> "cancelled";
            case AppointmentNoShow _ -> "no-show";
            case AppointmentFact fact ->
                fact.appointment().startsAt() + " " + fact.appointment().route();
            case CheckInFact fact ->
                fact.checkIn().enteredInError() ? "" : "" + fact.checkIn().at();
            default -> throw new IllegalStateException("Not on the clinic's topics");
        };
    }
}
