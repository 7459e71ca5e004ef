package aftercare.journeys.answers;

import static java.time.ZoneOffset.UTC;

import aftercare.journeys.questionnaires.Run;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bound answers, sealed, and the replies that were seen to. */
@Repository
public class Answers {
    /** By what answers are read and summed; no human takes part. */
    static final String SCORED_BY = "machine:journeys";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Answers(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * One answer of a patient, opened.
     *
     * @param questionnaireId the questionnaire that it is an item of
     * @param wording the version of the words it answers
     */
    public record Given(
            String touchpoint,
            QuestionId questionId,
            ReplyId replyId,
            String value,
            @Nullable UUID questionnaireId,
            @Nullable Integer item,
            @Nullable String wording,
            @Nullable String scoredBy,
            Instant at) {}

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

    void add(AskedQuestion question, @Nullable Run run, ReplyId reply, String value, Instant now) {
        var id = UUID.nameUUIDFromBytes(("answer/" + reply).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO answer (id, patient_id, reply_id, question_id, touchpoint, value, questionnaire_id, item, wording,
                                            scored_by, answered_at)
                        VALUES (:id, :patient, :reply, :question, :touchpoint, :value, :questionnaire, :item, :wording, :by, :now)
                        """)
                .param("id", id)
                .param("patient", question.patientId().value())
                .param("reply", reply.value())
                .param("question", question.id().value())
                .param("touchpoint", question.touchpoint().code())
                .param("value", sealer.seal(value, id, "value").sealed())
                .param("questionnaire", run == null ? null : run.id())
                .param("item", question.item())
                .param("wording", run == null ? null : run.wording() + "/" + run.language())
                .param("by", SCORED_BY)
                .param("now", now.atOffset(UTC))
                .update();
    }

    public List<Given> of(PatientId patient) {
        return jdbc.sql("SELECT * FROM answer WHERE patient_id = :patient ORDER BY answered_at, id")
                .param("patient", patient.value())
                .query(this::toGiven)
                .list();
    }

    /** The answers to a questionnaire's items so far, in their order; of an item that was answered twice the first counts. */
    List<Integer> itemsOf(UUID questionnaire) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (item) * FROM answer WHERE questionnaire_id = :questionnaire
                         ORDER BY item, answered_at, id
                        """).param("questionnaire", questionnaire).query(this::toGiven).list().stream()
                .map(given -> Integer.valueOf(given.value()))
                .toList();
    }

    private Given toGiven(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getString("touchpoint"),
                new QuestionId(row.getObject("question_id", UUID.class)),
                new ReplyId(row.getObject("reply_id", UUID.class)),
                sealer.open(new Sealed(row.getString("value")), row.getObject("id", UUID.class), "value"),
                row.getObject("questionnaire_id", UUID.class),
                row.getObject("item", Integer.class),
                row.getString("wording"),
                row.getString("scored_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
