package aftercare.platform.outbox;

import static aftercare.platform.Facts.NOON;
import static aftercare.platform.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import aftercare.platform.RealParts;
import aftercare.platform.TestService;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.events.CheckInListener;
import aftercare.platform.events.Received;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT {
    private static TestService service;
    private static CheckInListener listener;
    private static Outbox outbox;
    private static TransactionTemplate transactions;

    private String patient;

    @BeforeAll
    static void start() {
        service = TestService.start(CheckInListener.class);
        listener = service.get(CheckInListener.class);
        outbox = service.get(Outbox.class);
        transactions = new TransactionTemplate(service.get(PlatformTransactionManager.class));
        service.get(JdbcClient.class)
                .sql("CREATE TABLE line (key text PRIMARY KEY)")
                .update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aNewPatient() {
        patient = RealParts.freshName("p");
    }

    private static UUID add(String key, String appointment) {
        var id = UUID.randomUUID();
        outbox.add(id, key, NOON, started(key, appointment));
        return id;
    }

    @Test
    void an_event_is_published_when_its_transaction_commits() {
        var id = transactions.execute(_ -> add(patient, "a"));

        await().untilAsserted(() ->
                assertThat(listener.of(patient)).extracting(Received::id).containsExactly(id));
        await().untilAsserted(() -> assertThat(
                        service.get("outboxWork", WorkSource.class).pending(NOON))
                .isZero());
    }

    @Test
    void an_event_without_a_transaction_is_refused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> add(patient, "a"));
    }

    @Test
    void an_event_of_a_transaction_that_rolls_back_never_was() {
        transactions.executeWithoutResult(transaction -> {
            add(patient, "never");
            transaction.setRollbackOnly();
        });
        transactions.executeWithoutResult(_ -> add(patient, "a"));

        await().untilAsserted(() -> assertThat(listener.appointmentsOf(patient)).containsExactly("a"));
    }

    @Test
    void events_of_a_key_arrive_in_the_order_of_their_commits_whoever_writes_them() throws Exception {
        var keys = IntStream.range(0, 4).mapToObj(i -> patient + i).toList();
        var jdbc = service.get(JdbcClient.class);
        keys.forEach(key ->
                jdbc.sql("INSERT INTO line VALUES (:key)").param("key", key).update());
        var committed = new CopyOnWriteArrayList<String>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 80)
                    .mapToObj(i -> writers.submit(() -> {
                        var key = keys.get(i % keys.size());
                        transactions.executeWithoutResult(_ -> {
                            jdbc.sql("SELECT key FROM line WHERE key = :key FOR UPDATE")
                                    .param("key", key)
                                    .query(String.class)
                                    .single();
                            add(key, key + "-" + i);
                            committed.add(key + "-" + i); // still under the lock
                        });
                    }));
            for (var one : work.toList()) {
                one.get();
            }
        }
        for (var key : keys) {
            var expected =
                    committed.stream().filter(name -> name.startsWith(key)).toList();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(listener.appointmentsOf(key)).containsExactlyElementsOf(expected));
        }
    }
}
