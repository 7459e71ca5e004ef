package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.platform.sealing.Sealer;
import aftercare.standalone.DataDirectory;
import aftercare.standalone.Mode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * 200 replies that cry for help within a minute, while 100,000 scheduled texts are due: how long from a phone's typing to the first page at
 * the simulator's door. Not part of the default tests; {@code bench/README.md} says how to run it.
 */
class PagingUnderLoad {
    private static final int PATIENTS = 2_000;
    private static final int TEXTS = Integer.getInteger("texts", 100_000);
    private static final int CRIES = Integer.getInteger("cries", 200);
    private static final int WARM_UP = 40;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration PROMISED = Duration.ofSeconds(5);

    @TempDir
    Path data;

    @Test
    void the_first_page_of_200_cries_goes_out_in_time_while_100_000_texts_are_due() throws Exception {
        try (var clinic = Clinic.open(data)) {
            var directory = DataDirectory.open(data, Mode.DEMO);
            var sealer = sealer(data.resolve("secrets/keyset.json"));
            try (var messaging = connect(clinic, directory, "messaging")) {
                plan(messaging, sealer, clinic.now());
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> sent(clinic, directory) > 50);
            cry(clinic, WARM_UP, "+1720556%04d");
            paged(clinic, directory, WARM_UP);
            var warmUp = firstPages(clinic, directory).keySet();
            var sentBefore = sent(clinic, directory);

            cry(clinic, CRIES, "+1720555%04d");
            paged(clinic, directory, WARM_UP + CRIES);

            var left = due(clinic, directory);
            var waits = firstPages(clinic, directory).entrySet().stream()
                    .filter(page -> !warmUp.contains(page.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
            System.out.printf(
                    "%n%d cries within %d s; %d texts went out meanwhile, %d were still due at the end.%n"
                            + "From the phone to the first page at the simulator's door: p50 %d ms, p90 %d ms, p99 %d ms, longest %d ms%n%n",
                    CRIES,
                    WITHIN.toSeconds(),
                    sent(clinic, directory) - sentBefore,
                    left,
                    percentile(waits, 50),
                    percentile(waits, 90),
                    percentile(waits, 99),
                    waits.getLast());
            assertThat(left).as("texts that were due all the time").isPositive();
            assertThat(percentile(waits, 99)).isLessThan(PROMISED.toMillis());
        }
    }

    /** Patients with consent and a confirmed number, each with texts that are due now. */
    private static void plan(Connection messaging, Sealer sealer, Instant now) throws SQLException {
        messaging.setAutoCommit(false);
        var at = now.atOffset(ZoneOffset.UTC);
        for (var i = 0; i < PATIENTS; i++) {
            var patient = "load-" + i;
            var line = UUID.randomUUID();
            var number = "+1303%07d".formatted(5_550_000 + i);
            run(
                    messaging,
                    "INSERT INTO line (id, number_lookup, number, created_at) VALUES (?, ?, ?, ?)",
                    line,
                    sealer.lookup(number),
                    sealer.seal(number, line, "number").sealed(),
                    at);
            run(
                    messaging,
                    "INSERT INTO patient (id, known, name, line_id) VALUES (?, true, ?, ?)",
                    patient,
                    sealer.seal("Load " + i, patient, "name").sealed(),
                    line);
            run(
                    messaging,
                    "INSERT INTO line_patient (line_id, patient_id, via) VALUES (?, ?, ?)",
                    line,
                    patient,
                    patient);
            run(
                    messaging,
                    "INSERT INTO consent_entry (id, line_id, patient_id, kind, via, who, at) VALUES (?, ?, ?, 'GRANT', 'STAFF', 'load', ?)",
                    UUID.randomUUID(),
                    line,
                    patient,
                    at);
            text(messaging, sealer, patient, line, "OPT_IN", "SENT", at);
            for (var text = 0; text < TEXTS / PATIENTS; text++) {
                text(messaging, sealer, patient, null, "EDUCATION", "QUEUED", at);
            }
        }
        messaging.commit();
    }

    private static void text(
            Connection messaging,
            Sealer sealer,
            String patient,
            @Nullable UUID line,
            String purpose,
            String state,
            OffsetDateTime at)
            throws SQLException {
        var id = UUID.randomUUID();
        run(
                messaging,
                """
                INSERT INTO message (id, kind, patient_id, line_id, purpose, touchpoint, text, language, opens_at, closes_at, priority,
                                     requested_at, state, due_at)
                VALUES (?, 'REQUESTED', ?, ?, ?, 'E01', ?, 'en', ?, ?, 1, ?, ?, ?)
                """,
                id,
                patient,
                line,
                purpose,
                sealer.seal("Drink water and rest today.", id, "text").sealed(),
                at,
                at.plusHours(12),
                at,
                state,
                at);
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Evenly over the minute, each from a phone of its own; a slow answer holds up no other. */
    private static void cry(Clinic clinic, int cries, String numbers) throws InterruptedException {
        try (ScheduledExecutorService pace = Executors.newScheduledThreadPool(4);
                var typing = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < cries; i++) {
                var number = numbers.formatted(i);
                var _ = pace.schedule(
                        () -> {
                            var _ = typing.submit(
                                    () -> clinic.type(number, Clinic.PATIENTS_LINE, "I want to kill myself tonight"));
                        },
                        WITHIN.toMillis() * i / CRIES,
                        TimeUnit.MILLISECONDS);
            }
            pace.shutdown();
            assertThat(pace.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void paged(Clinic clinic, DataDirectory directory, int cries) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> firstPages(clinic, directory).size() == cries);
    }

    /** For each reply, milliseconds from the typed text to the first page, both as the simulator stamped them. */
    private static Map<String, Long> firstPages(Clinic clinic, DataDirectory directory) throws SQLException {
        var stamps = new HashMap<String, Instant>();
        try (var simulator = connect(clinic, directory, "simulator")) {
            rows(simulator, "SELECT sid, created_at FROM carrier_text WHERE direction = 'FROM_PHONE'", stamps);
            rows(
                    simulator,
                    "SELECT sid, created_at FROM carrier_text WHERE direction = 'TO_PHONE' AND phone_id IN (SELECT id FROM phone WHERE staff_place IS NOT NULL)",
                    stamps);
        }
        var typed = new HashMap<String, String>();
        try (var messaging = connect(clinic, directory, "messaging");
                var statement = messaging.prepareStatement(
                        "SELECT id::text, carrier_id FROM reply WHERE carrier_id IS NOT NULL");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                typed.put(rows.getString(1), rows.getString(2));
            }
        }
        var first = new HashMap<String, Long>();
        try (var escalation = connect(clinic, directory, "escalation");
                var statement = escalation.prepareStatement("""
                        SELECT f.reply_id::text, d.carrier_id FROM finding f
                          JOIN page p ON p.escalation_id = f.escalation_id
                          JOIN dispatch d ON d.id = p.dispatch_id
                         WHERE d.way = 'SMS' AND d.carrier_id IS NOT NULL AND d.kind = 'ALERT'
                        """);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var page = stamps.get(rows.getString(2));
                var cry = stamps.get(typed.get(rows.getString(1)));
                if (page != null && cry != null) {
                    first.merge(rows.getString(1), Duration.between(cry, page).toMillis(), Math::min);
                }
            }
        }
        return first;
    }

    private static void rows(Connection connection, String sql, Map<String, Instant> into) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                into.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }

    private static int sent(Clinic clinic, DataDirectory directory) throws SQLException {
        return count(clinic, directory, "SELECT count(*) FROM message WHERE state IN ('SENT', 'DELIVERED')") - PATIENTS;
    }

    private static int due(Clinic clinic, DataDirectory directory) throws SQLException {
        return count(
                clinic, directory, "SELECT count(*) FROM message WHERE state = 'QUEUED' AND patient_id LIKE 'load-%'");
    }

    private static int count(Clinic clinic, DataDirectory directory, String sql) throws SQLException {
        try (var messaging = connect(clinic, directory, "messaging");
                var statement = messaging.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(Clinic clinic, DataDirectory directory, String service) throws SQLException {
        var connection =
                DriverManager.getConnection(clinic.url("database"), service, directory.secret("database-" + service));
        connection.setSchema(service);
        return connection;
    }

    private static Sealer sealer(Path keyset) {
        var made = new Sealer[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(sealing()))
                .withPropertyValues("aftercare.keyset=" + keyset)
                .run(context -> made[0] = context.getBean(Sealer.class));
        return made[0];
    }

    private static Class<?> sealing() {
        try {
            return Class.forName("aftercare.platform.sealing.SealingAutoConfiguration");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
