package aftercare.journeys.fixedanswers;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.platform.audit.Audit;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The approved texts, and to whom each was said. */
@Repository
public class FixedAnswers {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ClinicSettings clinic;

    FixedAnswers(JdbcClient jdbc, Audit audit, ClinicSettings clinic) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clinic = clinic;
    }

    /** By topic. */
    List<FixedAnswer> all() {
        return jdbc.sql("SELECT * FROM fixed_answer ORDER BY topic")
                .query(FixedAnswers::toAnswer)
                .list();
    }

    /** Whoever saves the words approves them. */
    @Transactional
    public void approve(FixedAnswer answer) {
        jdbc.sql("""
                        INSERT INTO fixed_answer (topic, english, spanish, enabled, approved_by, approved_at)
                        VALUES (:topic, :en, :es, :enabled, :by, :at)
                        ON CONFLICT (topic) DO UPDATE
                           SET english = :en, spanish = :es, enabled = :enabled, approved_by = :by, approved_at = :at
                        """)
                .param("topic", answer.topic())
                .param("en", answer.texts().in("en"))
                .param("es", answer.texts().in("es"))
                .param("enabled", answer.enabled())
                .param("by", answer.approvedBy().value())
                .param("at", answer.approvedAt().atOffset(UTC))
                .update();
        audit.record(
                answer.approvedAt(),
                answer.approvedBy().value(),
                answer.enabled() ? "FixedAnswerApproved" : "FixedAnswerSwitchedOff",
                "fixed-answer/" + answer.topic(),
                Map.of("en", answer.texts().in("en"), "es", answer.texts().in("es")));
    }

    /** The text for a topic, once a day for each patient: who asks again wants a human. */
    public Optional<FixedAnswer> mayAnswer(PatientId patient, String topic, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM fixed_answer a
                         WHERE topic = :topic AND enabled
                           AND NOT EXISTS (SELECT FROM fixed_answer_sent s
                                            WHERE s.patient_id = :patient AND s.topic = a.topic AND s.day = :day)
                        """)
                .param("topic", topic)
                .param("patient", patient.value())
                .param("day", day(now))
                .query(FixedAnswers::toAnswer)
                .optional();
    }

    public void sent(PatientId patient, FixedAnswer answer, MessageId message, ReplyId reply, Instant now) {
        jdbc.sql("""
                        INSERT INTO fixed_answer_sent (patient_id, topic, day, message_id, reply_id, sent_at)
                        VALUES (:patient, :topic, :day, :message, :reply, :now)
                        """)
                .param("patient", patient.value())
                .param("topic", answer.topic())
                .param("day", day(now))
                .param("message", message.value())
                .param("reply", reply.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** A fixed text that was asked for. */
    public record Asked(PatientId patient, String topic, ReplyId reply) {}

    public Optional<Asked> askedAs(MessageId message) {
        return jdbc.sql("SELECT patient_id, topic, reply_id FROM fixed_answer_sent WHERE message_id = :message")
                .param("message", message.value())
                .query((row, number) -> new Asked(
                        new PatientId(row.getString("patient_id")),
                        row.getString("topic"),
                        new ReplyId(row.getObject("reply_id", UUID.class))))
                .optional();
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, clinic.zone());
    }

    private static FixedAnswer toAnswer(ResultSet row, int number) throws SQLException {
        return new FixedAnswer(
                row.getString("topic"),
                new Texts(Map.of("en", row.getString("english"), "es", row.getString("spanish"))),
                row.getBoolean("enabled"),
                new StaffId(row.getString("approved_by")),
                row.getObject("approved_at", OffsetDateTime.class).toInstant());
    }
}
