package aftercare.journeys.scores;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
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

/** Every score of every patient, sealed. Written only under the patient's lock. */
@Repository
public class Scores {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    Scores(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * A score as it is kept.
     *
     * @param questionnaireId the items it is the sum of
     * @param scoredBy who or what scored it
     */
    public record Kept(
            UUID id,
            Score score,
            String touchpoint,
            @Nullable UUID questionnaireId,
            @Nullable String wording,
            String scoredBy,
            ReplyId replyId) {}

    public void add(
            PatientId patient,
            Score score,
            String touchpoint,
            @Nullable UUID questionnaire,
            @Nullable String wording,
            String scoredBy,
            ReplyId reply) {
        var id = UUID.nameUUIDFromBytes(("score/" + reply).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO score (id, patient_id, scale, value, touchpoint, questionnaire_id, wording, scored_by, reply_id, scored_at)
                        VALUES (:id, :patient, :scale, :value, :touchpoint, :questionnaire, :wording, :by, :reply, :at)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("scale", score.scale().name())
                .param(
                        "value",
                        sealer.seal(String.valueOf(score.value()), id, "value").sealed())
                .param("touchpoint", touchpoint)
                .param("questionnaire", questionnaire)
                .param("wording", wording)
                .param("by", scoredBy)
                .param("reply", reply.value())
                .param("at", score.at().atOffset(UTC))
                .update();
    }

    /** Oldest first. */
    public List<Kept> of(PatientId patient) {
        return jdbc.sql("""
                        SELECT id, scale, value, touchpoint, questionnaire_id, wording, scored_by, reply_id, scored_at
                          FROM score WHERE patient_id = :patient ORDER BY scored_at, id
                        """)
                .param("patient", patient.value())
                .query(this::toKept)
                .list();
    }

    public List<Score> plainlyOf(PatientId patient) {
        return of(patient).stream().map(Kept::score).toList();
    }

    private Kept toKept(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Kept(
                id,
                new Score(
                        Scale.valueOf(row.getString("scale")),
                        Integer.parseInt(sealer.open(new Sealed(row.getString("value")), id, "value")),
                        row.getObject("scored_at", OffsetDateTime.class).toInstant()),
                row.getString("touchpoint"),
                row.getObject("questionnaire_id", UUID.class),
                row.getString("wording"),
                row.getString("scored_by"),
                new ReplyId(row.getObject("reply_id", UUID.class)));
    }

    /** What the rules found, for the list of who fell. Holds no score. */
    public void found(PatientId patient, ReplyId reply, List<LowMoodRule> rules, Instant now) {
        jdbc.sql("""
                        INSERT INTO low_mood (reply_id, patient_id, rules, found_at) VALUES (:reply, :patient, :rules, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("reply", reply.value())
                .param("patient", patient.value())
                .param("rules", rules.stream().map(LowMoodRule::name).toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
