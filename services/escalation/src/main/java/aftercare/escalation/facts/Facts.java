package aftercare.escalation.facts;

import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.escalation.EscalationFact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells a deed to everyone who must know: other services, the audit trail, the open screens (S8). */
@Repository
public class Facts {
    /** Who a deed of this service itself is told of. */
    public static final String MACHINE = "service:escalation";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Audit audit;
    private final Changes changes;

    Facts(JdbcClient jdbc, Outbox outbox, Audit audit, Changes changes) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.changes = changes;
    }

    /** Under what key events about these patients and this line are ordered. */
    public static String key(List<PatientId> patientIds, LineId lineId) {
        return patientIds.isEmpty() ? lineId.toString() : patientIds.getFirst().value();
    }

    /** Puts the event in the outbox and the deed in the audit trail. */
    public void tell(String key, EscalationFact fact, String who, String about, Map<String, String> why) {
        lockKeys(List.of(key));
        outbox.add(UUID.randomUUID(), key, fact.at(), fact);
        record(fact.at(), who, fact.getClass().getSimpleName(), about, why);
    }

    /** A deed that no other service needs to know of. */
    public void record(Instant at, String who, String what, String about, Map<String, String> why) {
        audit.record(at, who, what, about, why);
        changes.note();
    }

    /** A look at something: audited, but it changes nothing. */
    public void viewed(Instant at, String who, String what, String about) {
        audit.record(at, who, what, about, Map.of());
    }

    /**
     * Holds these keys until the end of the transaction, so that commit order is event order. Whoever needs several takes all of them here,
     * after its rows: sorted, so that no two wait for each other.
     */
    public void lockKeys(Collection<String> keys) {
        keys.stream().distinct().sorted().forEach(key -> lock("key/" + key));
    }

    /**
     * Holds these lines and patients until the end of the transaction: nobody else opens a case about one of them meanwhile. Taken before any
     * row, and sorted, so that no two wait for each other.
     */
    public void lockSubjects(Collection<LineId> lines, Collection<PatientId> patients) {
        Stream.concat(
                        lines.stream().map(line -> "line/" + line),
                        patients.stream().map(patient -> "patient/" + patient))
                .distinct()
                .sorted()
                .forEach(this::lock);
    }

    private void lock(String name) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "escalation/" + name)
                .query((row, n) -> n)
                .list();
    }

    /** Runs once the transaction is committed; at once without one. */
    public static void afterCommit(Runnable deed) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            deed.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deed.run();
            }
        });
    }
}
