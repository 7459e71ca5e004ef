package aftercare.platform.audit;

import static aftercare.platform.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import aftercare.platform.RealParts;
import aftercare.platform.TestService;
import aftercare.platform.audit.AuditSeals.Verification.Broken;
import aftercare.platform.audit.AuditSeals.Verification.Intact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditIT {
    private static TestService service;
    private static JdbcClient jdbc;
    private static AuditSeals seals;
    private static TransactionTemplate transactions;

    @BeforeAll
    static void start() {
        service = TestService.start(RealParts.freshName("svc"), Map.of("aftercare.events.enabled", "false"));
        jdbc = service.get(JdbcClient.class);
        seals = service.get(AuditSeals.class);
        transactions = new TransactionTemplate(service.get(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void beginANewTrail() {
        tamper("audit_seal", "TRUNCATE audit_seal");
        tamper("audit_entry", "TRUNCATE audit_entry");
        jdbc.sql("TRUNCATE audit_unsealed").update();
    }

    private void record(String what) {
        service.get(Audit.class).record(NOON, "rosa", what, "escalation/1", Map.of("rule", "S3", "version", "1"));
    }

    private void recordAndSeal(String... whats) {
        for (var what : whats) {
            transactions.executeWithoutResult(_ -> record(what));
        }
        awaitSealed();
    }

    private void awaitSealed() {
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM audit_unsealed")
                        .query(Long.class)
                        .single())
                .isZero());
    }

    private long idOf(String what) {
        return jdbc.sql("SELECT id FROM audit_entry WHERE what = :what")
                .param("what", what)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /** As its owner can, and nobody else. */
    private void tamper(String table, String sql) {
        jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        jdbc.sql(sql).update();
        jdbc.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update();
    }

    @Test
    void an_untouched_trail_is_intact() {
        recordAndSeal("Opened", "Paged", "Acknowledged");

        assertThat(seals.verify()).isEqualTo(new Intact(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET who = 'sam'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_seal SET hash = ''",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal"
            })
    void nothing_in_the_trail_is_changed_or_removed(String sql) {
        recordAndSeal("Opened");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageContaining("append-only");
        assertThat(seals.verify()).isEqualTo(new Intact(1));
    }

    @Test
    void an_entry_is_part_of_its_deeds_transaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> record("Opened"));
        transactions.executeWithoutResult(transaction -> {
            record("Opened");
            transaction.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET who = 'sam' WHERE what = 'Paged'",
                "UPDATE audit_entry SET why = '{}' WHERE what = 'Paged'",
                "UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE what = 'Paged'",
                "DELETE FROM audit_entry WHERE what = 'Paged'"
            })
    void the_first_entry_that_was_tampered_with_is_named(String tampering) {
        recordAndSeal("Opened", "Paged", "Acknowledged", "Resolved");
        var paged = idOf("Paged");

        tamper("audit_entry", tampering);
        tamper("audit_entry", "UPDATE audit_entry SET who = 'sam' WHERE what = 'Resolved'");
        assertThat(seals.verify()).isEqualTo(new Broken(paged));
    }

    @Test
    void an_entry_put_in_past_the_audit_is_named() {
        recordAndSeal("Opened");
        jdbc.sql("""
                INSERT INTO audit_entry (at, who, what, about, why)
                VALUES (now(), 'sam', 'Acknowledged', 'escalation/1', '{}')
                """).update();

        assertThat(seals.verify()).isEqualTo(new Broken(idOf("Acknowledged")));
    }

    @Test
    void an_entry_removed_with_its_seal_breaks_the_one_behind_it() {
        recordAndSeal("Opened", "Paged", "Acknowledged");
        tamper("audit_seal", "DELETE FROM audit_seal WHERE place = 2");
        tamper("audit_entry", "DELETE FROM audit_entry WHERE what = 'Paged'");

        assertThat(seals.verify()).isEqualTo(new Broken(idOf("Acknowledged")));
    }

    @Test
    void an_entry_that_commits_after_a_later_one_was_sealed_is_sealed_too() throws Exception {
        var recorded = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                record("Slow");
                recorded.countDown();
                awaitLatch(go);
            }));
            recorded.await();
            recordAndSeal("Quick");
            go.countDown();
            slow.get();
        }
        awaitSealed();
        assertThat(seals.verify()).isEqualTo(new Intact(2));
        assertThat(List.of(idOf("Slow"), idOf("Quick"))).isSorted();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
