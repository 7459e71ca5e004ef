package aftercare.messaging.requests;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.lineOrNull;
import static aftercare.messaging.columns.Columns.patientOrNull;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;
import static aftercare.messaging.columns.Columns.uuidOrNull;

import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.LineId;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.MessageSkipped;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Receipt;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.messaging.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The texts to be sent. Whoever changes the state of one, or tells of it, holds the lock of its patient (and of its line once it has one).
 * Every method belongs to the caller's transaction.
 */
@Repository
public class Messages {
    private static final String MACHINE = "service:messaging";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Audit audit;
    private final Bell bell;

    Messages(JdbcClient jdbc, Outbox outbox, Audit audit, Bell bell) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.bell = bell;
    }

    public Optional<Message> find(MessageId id) {
        return jdbc.sql("SELECT * FROM message WHERE id = :id")
                .param("id", id.value())
                .query(Messages::toMessage)
                .optional();
    }

    /** The message whose attempt put this token's digest into its status callback. */
    public Optional<MessageId> byCallback(String lookup) {
        return jdbc.sql("SELECT id FROM message WHERE callback_lookup = :lookup")
                .param("lookup", lookup)
                .query((row, n) -> new MessageId(uuid(row, "id")))
                .optional();
    }

    /** The message, locked until the end of the transaction. */
    public Optional<Message> lock(MessageId id) {
        return jdbc.sql("SELECT * FROM message WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Messages::toMessage)
                .optional();
    }

    /** Ends a queued text without sending it, and says why. */
    public void skip(Message message, SkipReason reason, Instant now) {
        if (!message.state().mayBecome(MessageState.SKIPPED)) {
            throw new IllegalStateException("A message that is " + message.state() + " can't be skipped");
        }
        jdbc.sql("""
                UPDATE message SET state = 'SKIPPED', skip_reason = :reason, waits_for = NULL, settled_at = :now
                 WHERE id = :id
                """)
                .param("reason", reason.name())
                .param("now", at(now))
                .param("id", message.id().value())
                .update();
        var patient = message.patientId();
        if (patient != null) {
            tell(message, new MessageSkipped(message.id(), patient, reason, now));
        }
        audit.record(now, MACHINE, "MessageSkipped", "message/" + message.id(), Map.of("reason", reason.name()));
    }

    /** Skips everything that is queued for these patients. */
    public void skipQueued(Collection<PatientId> patients, SkipReason reason, Instant now) {
        queued(patients).forEach(message -> skip(message, reason, now));
    }

    /** Skips what is queued for these patients and was asked for until {@code askedUntil}. */
    public void cancelQueued(Collection<PatientId> patients, Instant askedUntil, Instant now) {
        queued(patients).stream()
                .filter(message -> !message.requestedAt().isAfter(askedUntil))
                .forEach(message -> skip(message, SkipReason.CANCELLED_BY_STAFF, now));
    }

    private List<Message> queued(Collection<PatientId> patients) {
        return jdbc.sql("""
                SELECT * FROM message
                 WHERE kind = 'REQUESTED' AND state = 'QUEUED' AND patient_id = ANY(:patients) ORDER BY id FOR UPDATE
                """)
                .param("patients", array(patients))
                .query(Messages::toMessage)
                .list();
    }

    /** Something that these patients' or this line's texts wait for has changed: they are decided on again. */
    public void lookAgain(LineId line, Collection<PatientId> patients) {
        jdbc.sql("""
                UPDATE message SET due_at = opens_at, waits_for = NULL, claimed_until = NULL
                 WHERE state = 'QUEUED' AND waits_for IN ('CHART', 'CONSENT', 'OPT_IN', 'GATE')
                   AND (patient_id = ANY(:patients) OR line_id = :line)
                """)
                .param("patients", array(patients))
                .param("line", line.value())
                .update();
        bell.ring();
    }

    /** The question has its answer: the next reply is no answer to it. */
    public void answered(QuestionId question, Instant now) {
        jdbc.sql("UPDATE message SET answered_at = :now WHERE question_id = :question AND answered_at IS NULL")
                .param("now", at(now))
                .param("question", question.value())
                .update();
    }

    /** Puts an event about a text that somebody wanted said in the outbox. Answers to keywords are nobody's request and are told to nobody. */
    public void tell(Message message, Receipt receipt) {
        switch (message.kind()) {
            case REQUESTED, TYPED ->
                outbox.add(UUID.randomUUID(), receipt.patientId().value(), receipt.at(), receipt);
            case HELP, OPT_OUT_CONFIRMATION -> {}
        }
    }

    public static Message toMessage(ResultSet row, int n) throws SQLException {
        var answers = uuidOrNull(row, "answers_reply_id");
        var author = textOrNull(row, "author");
        return new Message(
                new MessageId(uuid(row, "id")),
                MessageKind.valueOf(row.getString("kind")),
                patientOrNull(row, "patient_id"),
                lineOrNull(row, "line_id"),
                Purpose.valueOf(row.getString("purpose")),
                new Sealed(row.getString("text")),
                new Window(instant(row, "opens_at"), instant(row, "closes_at")),
                answers == null ? null : new ReplyId(answers),
                instant(row, "requested_at"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                textOrNull(row, "carrier_id"),
                row.getInt("receipt_rank"),
                instantOrNull(row, "sending_since"),
                instantOrNull(row, "sending_until"),
                author == null ? null : new StaffId(author));
    }
}
