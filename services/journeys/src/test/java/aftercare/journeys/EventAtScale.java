package aftercare.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.embedded.EmbeddedDatabase;
import aftercare.journeys.definition.Journeys;
import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Source;
import aftercare.journeys.planning.Occasion;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.Planner;
import aftercare.journeys.planning.Planning;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import aftercare.testkit.Backing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One more event of one more patient, and one look for whoever is due, with ten thousand and with a million enrolled patients: what it
 * costs in each, turn by turn in one run. Not part of the default tests; {@code bench/README.md} says how to run it.
 */
class EventAtScale {
    private static final int FEW = Integer.getInteger("few", 10_000);
    private static final int MANY = Integer.getInteger("many", 1_000_000);
    private static final int WARM_UP = 400;
    private static final int EVENTS = Integer.getInteger("events", 2_000);
    private static final double MOST = 1.5;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LineId LINE = new LineId(new UUID(1, 1));

    @TempDir
    Path data;

    @Test
    void one_event_costs_the_same_with_ten_thousand_and_with_a_million_patients() {
        var programs = Path.of(
                System.getProperty("java.io.tmpdir"),
                "aftercare-tests-" + System.getProperty("user.name"),
                "postgresql-18");
        try (var few = Clinic.open(data.resolve("few"), programs, FEW);
                var many = Clinic.open(data.resolve("many"), programs, MANY)) {
            compare(few, many, WARM_UP);
            var events = compare(few, many, EVENTS);
            var looks = times(few::look, many::look, EVENTS);

            report("one more booking", events);
            report("one look for whoever is due", looks);
            assertThat(events.ratio()).isLessThan(MOST);
            assertThat(looks.ratio()).isLessThan(MOST);
        }
    }

    private static Compared compare(Clinic few, Clinic many, int events) {
        return times(few::book, many::book, events);
    }

    /** Each in turn, so that whatever else the machine does falls on both alike. */
    private static Compared times(LongSupplier few, LongSupplier many, int rounds) {
        var ofFew = new long[rounds];
        var ofMany = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            ofFew[round] = few.getAsLong();
            ofMany[round] = many.getAsLong();
        }
        return new Compared(
                Arrays.stream(ofFew).sorted().boxed().toList(),
                Arrays.stream(ofMany).sorted().boxed().toList());
    }

    private record Compared(List<Long> few, List<Long> many) {
        double ratio() {
            return (double) at(many, 0.5) / at(few, 0.5);
        }

        static long at(List<Long> sorted, double part) {
            return sorted.get((int) (part * (sorted.size() - 1)));
        }
    }

    private static void report(String what, Compared compared) {
        System.out.printf(
                "%s: median %.2f ms with %,d patients, %.2f ms with %,d (ratio %.2f); 95%%: %.2f and %.2f ms%n",
                what,
                Compared.at(compared.few(), 0.5) / 1e6,
                FEW,
                Compared.at(compared.many(), 0.5) / 1e6,
                MANY,
                compared.ratio(),
                Compared.at(compared.few(), 0.95) / 1e6,
                Compared.at(compared.many(), 0.95) / 1e6);
    }

    /** The service with a database of its own, full of patients who agreed and are booked for a first session. */
    private static final class Clinic implements AutoCloseable {
        private final EmbeddedDatabase database;
        private final ConfigurableApplicationContext service;
        private final Planning planning;
        private final Patients patients;
        private final Journeys journeys;
        private final Instant now;
        private final int enrolled;
        private final Random random = new Random(1);
        private int version = 2;

        private Clinic(EmbeddedDatabase database, ConfigurableApplicationContext service, int enrolled) {
            this.database = database;
            this.service = service;
            this.planning = service.getBean(Planning.class);
            this.patients = service.getBean(Patients.class);
            this.journeys = service.getBean(Journeys.class);
            this.now = service.getBean(ClinicClock.class).instant().truncatedTo(ChronoUnit.MICROS);
            this.enrolled = enrolled;
        }

        static Clinic open(Path directory, Path programs, int enrolled) {
            var database = EmbeddedDatabase.start(directory, programs, 0);
            database.createServiceRole("journeys", "journeys");
            Map<String, Object> properties = new HashMap<>(Backing.propertiesOf("journeys"));
            properties.put("spring.datasource.url", database.jdbcUrl());
            properties.put("spring.datasource.password", "journeys");
            properties.put("journeys.dispatch.poll", "24h");
            properties.put("spring.kafka.listener.auto-startup", "false");
            var arguments = properties.entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new);
            var clinic = new Clinic(database, JourneysApplication.builder().run(arguments), enrolled);
            clinic.fill();
            return clinic;
        }

        /** One patient is planned for by the service; the others are told of in the same words. */
        private void fill() {
            var model = new PatientId("p-0");
            facts().forEach(fact -> planning.learn(model, UUID.randomUUID(), fact, now));
            var jdbc = service.getBean(JdbcClient.class);
            jdbc.sql("""
                            INSERT INTO patient (patient_id, enrolled_at, planned_version, looks_again_at, due_at)
                            SELECT 'p-' || i, enrolled_at, planned_version, looks_again_at, due_at + i * interval '1 second'
                              FROM patient, generate_series(1, :enrolled) i WHERE patient_id = 'p-0'
                            """).param("enrolled", enrolled - 1).update();
            jdbc.sql("""
                            INSERT INTO fact (patient_id, event_id, kind, body, same_as, learnt_at)
                            SELECT 'p-' || i, gen_random_uuid(), kind, body, gen_random_uuid(), learnt_at
                              FROM fact, generate_series(1, :enrolled) i WHERE patient_id = 'p-0'
                            """).param("enrolled", enrolled - 1).update();
            Planner.plan(PatientHistory.of(facts()), journeys.current().journey(), NEW_YORK, now)
                    .occasions()
                    .forEach(occasion -> copy(jdbc, model, occasion));
            List.of("patient", "fact", "touchpoint")
                    .forEach(table -> jdbc.sql("ANALYZE " + table).update());
        }

        private void copy(JdbcClient jdbc, PatientId model, Occasion occasion) {
            jdbc.sql("""
                            INSERT INTO touchpoint (id, patient_id, touchpoint, purpose, priority, persist, asks, appointment_id, event, rule,
                                                    anchor_at, zone, opens_at, closes_at, state, reason, revision, silent_at, changed_at)
                            SELECT (substr(h, 1, 12) || '3' || substr(h, 14, 3)
                                    || to_hex((('x' || substr(h, 17, 1))::bit(4)::int & 3) | 8) || substr(h, 18))::uuid,
                                   'p-' || i, touchpoint, purpose, priority, persist, asks, appointment_id, event, rule,
                                   anchor_at, zone, opens_at, closes_at, state, reason, revision, silent_at, changed_at
                              FROM touchpoint,
                                   LATERAL (SELECT i, md5('touchpoint/p-' || i || '/' || :key) AS h
                                              FROM generate_series(1, :enrolled) i) other
                             WHERE id = :id
                            """)
                    .param("key", occasion.key())
                    .param("enrolled", enrolled - 1)
                    .param("id", UUID.nameUUIDFromBytes(("touchpoint/" + model + "/" + occasion.key()).getBytes(UTF_8)))
                    .update();
        }

        private List<Fact> facts() {
            return List.of(
                    new PatientSeen("en", NEW_YORK, false, false, source("Patient/p", 1)),
                    new ConsentSeen(LINE, true, ContentLevel.DISCREET, now),
                    visit("v1", Duration.ofDays(9), 1));
        }

        /** A second session of somebody is booked, or moved. */
        long book() {
            var patient = new PatientId("p-" + random.nextInt(enrolled));
            var fact = visit("v2", Duration.ofDays(12).plusHours(version % 7), ++version);
            long before = System.nanoTime();
            planning.learn(patient, UUID.randomUUID(), fact, now);
            return System.nanoTime() - before;
        }

        long look() {
            var machineNow = service.getBean(MachineClock.class).instant();
            long before = System.nanoTime();
            patients.due(now, journeys.version(), machineNow, 100);
            return System.nanoTime() - before;
        }

        private VisitSeen visit(String id, Duration ahead, int version) {
            var start = now.plus(ahead);
            return new VisitSeen(
                    version == 1 ? VisitChange.BOOKED : VisitChange.RESCHEDULED,
                    new AppointmentId(id),
                    VisitKind.SESSION,
                    Route.IV,
                    "s",
                    id.equals("v1") ? 1 : 2,
                    start,
                    start.plus(Duration.ofHours(2)),
                    NEW_YORK,
                    source("Appointment/" + id, version));
        }

        private Source source(String record, int version) {
            return new Source("ehr", record, String.valueOf(version), now, now);
        }

        @Override
        public void close() {
            service.close();
            database.close();
        }
    }
}
