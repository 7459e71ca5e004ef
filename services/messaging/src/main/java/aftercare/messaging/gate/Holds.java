package aftercare.messaging.gate;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;

import aftercare.messaging.lines.Lines;
import aftercare.messaging.requests.Messages;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.escalation.HoldPlaced;
import aftercare.schemas.escalation.HoldReleased;
import aftercare.schemas.escalation.Resolved;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what escalation tells of cases and holds. Facts are kept with their own times and weighed when read, so that they may come in
 * any order; two deeds that race are kept apart by the line's lock.
 */
@Service
class Holds {
    private static final String CONSUMER = "messaging.escalations";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Messages messages;
    private final Inbox inbox;
    private final Audit audit;
    private final ClinicClock clock;

    Holds(JdbcClient jdbc, Lines lines, Messages messages, Inbox inbox, Audit audit, ClinicClock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.messages = messages;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void open(UUID eventId, CaseOpened fact) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        lines.lock(List.of(fact.lineId()), fact.patientIds());
        write(fact.escalationId(), fact.lineId(), fact.at(), null);
        jdbc.sql("""
                INSERT INTO escalation_patient (escalation_id, patient_id) SELECT :id, unnest(:patients) ON CONFLICT DO NOTHING
                """)
                .param("id", fact.escalationId().value())
                .param("patients", array(fact.patientIds()))
                .update();
        jdbc.sql("""
                INSERT INTO escalation_reply (escalation_id, reply_id, joined_at)
                SELECT :id, reply, :at FROM unnest(:replies::uuid[]) AS reply ON CONFLICT DO NOTHING
                """)
                .param("id", fact.escalationId().value())
                .param("replies", array(fact.replyIds()))
                .param("at", at(fact.at()))
                .update();
    }

    /** The case is no longer open; what it holds back stays held until it is released. */
    @Transactional
    public void resolve(UUID eventId, Resolved fact) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        lines.lock(List.of(fact.lineId()), fact.patientIds());
        write(fact.escalationId(), fact.lineId(), null, fact.at());
        messages.lookAgain(fact.lineId(), everyone(fact.lineId(), fact.patientIds()));
    }

    @Transactional
    public void place(UUID eventId, HoldPlaced fact) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        lines.lock(List.of(fact.lineId()), fact.patientIds());
        var escalation = fact.escalationId();
        jdbc.sql("""
                INSERT INTO hold (id, line_id, escalation_id, scope, placed_by, placed_at)
                VALUES (:id, :line, :escalation, :scope, :by, :at)
                ON CONFLICT (id) DO UPDATE
                   SET scope = excluded.scope, placed_by = excluded.placed_by, placed_at = excluded.placed_at
                 WHERE hold.placed_at < excluded.placed_at
                """)
                .param("id", fact.holdId().value())
                .param("line", fact.lineId().value())
                .param("escalation", escalation == null ? null : escalation.value(), Types.OTHER)
                .param("scope", fact.scope().name())
                .param("by", fact.by().value())
                .param("at", at(fact.at()))
                .update();
        jdbc.sql("INSERT INTO hold_patient (hold_id, patient_id) SELECT :id, unnest(:patients) ON CONFLICT DO NOTHING")
                .param("id", fact.holdId().value())
                .param("patients", array(fact.patientIds()))
                .update();
    }

    /** A named human lets go of what these replies, this case or this hold kept back, or cancels it. */
    @Transactional
    public void release(UUID eventId, HoldReleased fact) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var now = clock.instant();
        lines.lock(List.of(fact.lineId()), fact.patientIds());
        fact.replyIds().forEach(reply -> write(fact, "reply_id", reply.value()));
        var escalation = fact.escalationId();
        if (escalation != null) {
            write(fact, "escalation_id", escalation.value());
        }
        var hold = fact.holdId();
        if (hold != null) {
            write(fact, "hold_id", hold.value());
        }
        var everyone = everyone(fact.lineId(), fact.patientIds());
        if (fact.cancelled()) {
            lines.cancel(fact.lineId(), fact.at());
            messages.cancelQueued(everyone, fact.at(), now);
        }
        messages.lookAgain(fact.lineId(), everyone);
        audit.record(
                now,
                fact.by().value(),
                "GateReleased",
                "line/" + fact.lineId(),
                Map.of("cancelled", String.valueOf(fact.cancelled())));
    }

    private Collection<PatientId> everyone(LineId line, List<PatientId> named) {
        var everyone = new TreeSet<PatientId>(Comparator.comparing(PatientId::value));
        everyone.addAll(named);
        lines.find(line).ifPresent(found -> everyone.addAll(found.patientIds()));
        return everyone;
    }

    private void write(EscalationId id, LineId line, @Nullable Instant openedAt, @Nullable Instant resolvedAt) {
        jdbc.sql("""
                INSERT INTO escalation (id, line_id, opened_at, resolved_at) VALUES (:id, :line, :opened, :resolved)
                ON CONFLICT (id) DO UPDATE
                   SET opened_at = greatest(escalation.opened_at, excluded.opened_at),
                       resolved_at = greatest(escalation.resolved_at, excluded.resolved_at)
                """)
                .param("id", id.value())
                .param("line", line.value())
                .param("opened", openedAt == null ? null : at(openedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolved", resolvedAt == null ? null : at(resolvedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** @param what one of the three columns of what can be released */
    private void write(HoldReleased fact, String what, UUID id) {
        jdbc.sql("INSERT INTO release (" + what + ", who, cancelled, at) VALUES (:id, :who, :cancelled, :at)")
                .param("id", id)
                .param("who", fact.by().value())
                .param("cancelled", fact.cancelled())
                .param("at", at(fact.at()))
                .update();
    }
}
