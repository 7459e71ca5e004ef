package aftercare.platform.outbox;

import static aftercare.platform.Facts.NOON;
import static aftercare.platform.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aftercare.platform.RealParts;
import aftercare.platform.SetClock;
import aftercare.platform.TestService;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.events.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay over the real table, with a way to Kafka that fails as told. */
class RelayIT {
    private static TestService service;
    private static JdbcClient jdbc;
    private static TransactionTemplate transactions;
    private static OutboxRows rows;

    private final List<UUID> ids = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private final SetClock clock = new SetClock(NOON);
    private final String patient = RealParts.freshName("p");
    private boolean crashBeforeCommit;

    /** Without events there is no other relay. */
    @BeforeAll
    static void start() {
        service = TestService.start(RealParts.freshName("svc"), Map.of("aftercare.events.enabled", "false"));
        jdbc = service.get(JdbcClient.class);
        transactions = new TransactionTemplate(service.get(PlatformTransactionManager.class));
        rows = new OutboxRows(jdbc);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void emptyTheTable() {
        jdbc.sql("DELETE FROM outbox").update();
    }

    @Test
    void a_crash_between_sending_and_marking_publishes_again_under_the_same_id() {
        add(patient, "a");
        var sent = new ArrayList<UUID>();
        var relay = relay(letter -> {
            sent.add(letter.eventId());
            return CompletableFuture.completedFuture(letter);
        });

        crashBeforeCommit = true;
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> publish(relay));
        crashBeforeCommit = false;
        assertThat(publish(relay)).isEqualTo(1);
        assertThat(publish(relay)).isZero();
        assertThat(sent).containsExactly(ids.getFirst(), ids.getFirst());
    }

    @Test
    void an_event_that_can_not_be_published_holds_back_those_of_its_key_and_no_others() {
        add(patient, "1");
        add(patient, "2");
        add(patient, "3");
        var other = sameBucketAs(patient);
        add(other, "1");
        var refused = new ArrayList<>(List.of(ids.get(1)));
        var sent = new CopyOnWriteArrayList<UUID>();
        var relay = relay(letter -> {
            if (refused.contains(letter.eventId())) {
                return CompletableFuture.failedFuture(new IllegalStateException("refused"));
            }
            sent.add(letter.eventId());
            return CompletableFuture.completedFuture(letter);
        });

        publish(relay);
        assertThat(sent).containsExactlyInAnyOrder(ids.get(0), ids.get(3));
        assertThat(unpublished()).containsExactly(ids.get(1), ids.get(2));

        refused.clear();
        publish(relay);
        assertThat(sent.subList(2, 4)).containsExactly(ids.get(1), ids.get(2));
        assertThat(unpublished()).isEmpty();
    }

    @Test
    void a_bucket_that_another_instance_holds_is_left_to_it() {
        add(patient, "a");
        var relay = relay(letter -> CompletableFuture.completedFuture(letter));
        transactions.executeWithoutResult(_ -> {
            assertThat(rows.take(Bucket.of(patient))).isTrue();
            assertThat(publish(relay)).isZero();
        });
        assertThat(publish(relay)).isEqualTo(1);
    }

    @Test
    void an_outbox_that_is_stuck_for_half_a_minute_raises_the_alarm_once() {
        add(patient, "a");
        var relay = relay(_ -> CompletableFuture.failedFuture(new IllegalStateException("refused")));

        publish(relay);
        clock.pass(Duration.ofSeconds(29));
        publish(relay);
        assertThat(alarms).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        publish(relay);
        publish(relay);
        assertThat(alarms).containsExactly("outbox-stuck");
    }

    private static int publish(Relay relay) {
        try {
            return relay.publishWaiting();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sameBucketAs(String key) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> key + "x" + i)
                .filter(other -> Bucket.of(other) == Bucket.of(key))
                .findFirst()
                .orElseThrow();
    }

    private void add(String key, String appointment) {
        var id = UUID.randomUUID();
        ids.add(id);
        transactions.executeWithoutResult(
                _ -> new JdbcOutbox(jdbc, () -> {}).add(id, key, NOON, started(key, appointment)));
    }

    private Relay relay(Mailbox mailbox) {
        return new Relay(rows, new Crashing(), mailbox, new MachineClock(clock), (kind, _) -> alarms.add(kind));
    }

    private final class Crashing implements TransactionOperations {
        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return transactions.execute(status -> {
                var done = action.doInTransaction(status);
                if (crashBeforeCommit) {
                    throw new IllegalStateException("crash");
                }
                return done;
            });
        }
    }

    private List<UUID> unpublished() {
        return jdbc.sql("SELECT event_id FROM outbox WHERE published_at IS NULL ORDER BY id")
                .query((row, _) -> row.getObject("event_id", UUID.class))
                .list();
    }
}
