package aftercare.platform.inbox;

import static aftercare.platform.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aftercare.platform.RealParts;
import aftercare.platform.TestService;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxIT {
    private static TestService service;
    private static Inbox inbox;
    private static TransactionTemplate transactions;

    private final UUID event = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = TestService.start(RealParts.freshName("svc"), Map.of("aftercare.events.enabled", "false"));
        inbox = service.get(Inbox.class);
        transactions = new TransactionTemplate(service.get(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private boolean firstTime(String consumer) {
        return Boolean.TRUE.equals(transactions.execute(_ -> inbox.firstTime(event, consumer)));
    }

    @Test
    void an_event_is_met_for_the_first_time_once_by_each_consumer() {
        assertThat(firstTime("plan")).isTrue();
        assertThat(firstTime("plan")).isFalse();
        assertThat(firstTime("answers")).isTrue();
    }

    @Test
    void an_effect_that_rolls_back_leaves_the_event_unmet() {
        transactions.executeWithoutResult(transaction -> {
            inbox.firstTime(event, "plan");
            transaction.setRollbackOnly();
        });
        assertThat(firstTime("plan")).isTrue();
    }

    @Test
    void of_many_at_once_one_meets_it_first() throws Exception {
        var first = new AtomicInteger();
        try (var consumers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 8)
                    .mapToObj(_ -> consumers.submit(() -> firstTime("plan") ? first.incrementAndGet() : 0))
                    .toList();
            for (var one : work) {
                one.get();
            }
        }
        assertThat(first).hasValue(1);
    }

    @Test
    void without_a_transaction_nothing_is_remembered() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> inbox.firstTime(event, "plan"));
    }

    @Test
    void old_events_are_forgotten_and_new_ones_are_not() {
        assertThat(firstTime("plan")).isTrue();
        var housekeeping = service.get(JdbcInbox.class);
        housekeeping.forgetBefore(NOON, 1_000);
        assertThat(firstTime("plan")).isFalse();
        housekeeping.forgetBefore(NOON.plusSeconds(100L * 365 * 24 * 3600), 1_000);
        assertThat(firstTime("plan")).isTrue();
    }
}
