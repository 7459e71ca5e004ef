package aftercare.journeys.answers;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.QuestionId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.screening.ReplyScreened;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bound answers, sealed, and the replies that were seen to. */
@Repository
class Answers {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    Answers(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** One answer of a patient, opened. */
    record Given(String touchpoint, QuestionId questionId, ReplyId replyId, String value, Instant at) {}

    /** Whether this is the first verdict on the reply that has consequences here. */
    boolean firstVerdict(ReplyScreened verdict) {
        return jdbc.sql("""
                        INSERT INTO reply (reply_id, level, ending, screened_at) VALUES (:reply, :level, :ending, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("reply", verdict.replyId().value())
                        .param("level", verdict.level().name())
                        .param(
                                "ending",
                                verdict.ending() == null
                                        ? null
                                        : verdict.ending().name())
                        .param("at", verdict.screenedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    void add(AskedQuestion question, ReplyId reply, String value, Instant now) {
        var id = UUID.nameUUIDFromBytes(("answer/" + reply).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO answer (id, patient_id, reply_id, question_id, touchpoint, value, answered_at)
                        VALUES (:id, :patient, :reply, :question, :touchpoint, :value, :now)
                        """)
                .param("id", id)
                .param("patient", question.patientId().value())
                .param("reply", reply.value())
                .param("question", question.id().value())
                .param("touchpoint", question.touchpoint().code())
                .param("value", sealer.seal(value, id, "value").sealed())
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Given> of(PatientId patient) {
        return jdbc.sql("""
                        SELECT id, reply_id, question_id, touchpoint, value, answered_at FROM answer
                         WHERE patient_id = :patient ORDER BY answered_at, id
                        """)
                .param("patient", patient.value())
                .query(this::toGiven)
                .list();
    }

    private Given toGiven(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getString("touchpoint"),
                new QuestionId(row.getObject("question_id", UUID.class)),
                new ReplyId(row.getObject("reply_id", UUID.class)),
                sealer.open(new Sealed(row.getString("value")), row.getObject("id", UUID.class), "value"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
