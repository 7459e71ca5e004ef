package aftercare.escalation.exercises;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.cases.Origin;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of exercises. At most one is not over; its row is there before its text goes out. */
@Repository
class Exercises {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;

    Exercises(JdbcClient jdbc, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
    }

    /** Empty when another is not over yet. */
    Optional<Exercise> start(Origin kind, LineId line, String by, @Nullable String reason, Instant now) {
        var id = UUID.randomUUID();
        return jdbc.sql("""
                INSERT INTO exercise (id, kind, line_id, started_by, reason, started_at)
                VALUES (:id, :kind, :line, :by, :reason, :now)
                ON CONFLICT DO NOTHING
                RETURNING *
                """)
                .param("id", id)
                .param("kind", kind.name())
                .param("line", line.value())
                .param("by", by)
                .param(
                        "reason",
                        reason == null
                                ? null
                                : sealer.seal(reason, id, "reason").sealed())
                .param("now", at(now))
                .query(this::toExercise)
                .optional();
    }

    /** The one that is not over. */
    Optional<Exercise> underWay() {
        return jdbc.sql("SELECT * FROM exercise WHERE ended_at IS NULL")
                .query(this::toExercise)
                .optional();
    }

    /** The one that is not over, if this is its line. */
    Optional<Exercise> underWayOn(LineId line) {
        return jdbc.sql("SELECT * FROM exercise WHERE ended_at IS NULL AND line_id = :line")
                .param("line", line.value())
                .query(this::toExercise)
                .optional();
    }

    Optional<Exercise> find(UUID id) {
        return jdbc.sql("SELECT * FROM exercise WHERE id = :id")
                .param("id", id)
                .query(this::toExercise)
                .optional();
    }

    Optional<Exercise> lock(UUID id) {
        return jdbc.sql("SELECT * FROM exercise WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::toExercise)
                .optional();
    }

    /** Newest first. */
    List<Exercise> latest(Origin kind, int limit) {
        return jdbc.sql("SELECT * FROM exercise WHERE kind = :kind ORDER BY started_at DESC, id LIMIT :limit")
                .param("kind", kind.name())
                .param("limit", limit)
                .query(this::toExercise)
                .list();
    }

    Optional<Exercise> latestEnded(Origin kind, Outcome outcome) {
        return jdbc.sql("""
                SELECT * FROM exercise WHERE kind = :kind AND outcome = :outcome ORDER BY started_at DESC LIMIT 1
                """)
                .param("kind", kind.name())
                .param("outcome", outcome.name())
                .query(this::toExercise)
                .optional();
    }

    /** The one whose text is to go out now. Should it fail, or its sender die, it is tried again after {@code lease}. */
    Optional<Exercise> claimUnsent(Instant machineNow, Duration lease) {
        return jdbc.sql("""
                UPDATE exercise SET claimed_until = :until
                 WHERE sent_at IS NULL AND ended_at IS NULL AND coalesce(claimed_until, :now) <= :now
                RETURNING *
                """)
                .param("now", at(machineNow))
                .param("until", at(machineNow.plus(lease)))
                .query(this::toExercise)
                .optional();
    }

    boolean isToSend(Instant machineNow) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM exercise
                                WHERE sent_at IS NULL AND ended_at IS NULL AND coalesce(claimed_until, :now) <= :now)
                """).param("now", at(machineNow)).query(Boolean.class).single();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("UPDATE exercise SET sent_at = coalesce(sent_at, :now) WHERE id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void opened(LineId line, EscalationId escalation) {
        jdbc.sql("""
                UPDATE exercise SET escalation_id = :escalation
                 WHERE ended_at IS NULL AND line_id = :line AND escalation_id IS NULL
                """)
                .param("escalation", escalation.value())
                .param("line", line.value())
                .update();
    }

    /** A page about a canary's case has reached the canary's number, in time or late. Returns whether it was one. */
    boolean pageArrived(String text, Instant since, Instant now) {
        return jdbc.sql("""
                UPDATE exercise x SET page_arrived_at = coalesce(x.page_arrived_at, :now)
                  FROM escalation e
                 WHERE e.id = x.escalation_id AND x.kind = 'CANARY' AND x.started_at >= :since
                   AND position('(code ' || e.code || ')' IN :text) > 0
                """)
                        .param("now", at(now))
                        .param("since", at(since))
                        .param("text", text)
                        .update()
                > 0;
    }

    void end(UUID id, Outcome outcome, String by, List<ScoreLine> score, Instant now) {
        jdbc.sql("""
                UPDATE exercise SET ended_at = :now, outcome = :outcome, ended_by = :by, score = :score::jsonb WHERE id = :id
                """)
                .param("now", at(now))
                .param("outcome", outcome.name())
                .param("by", by)
                .param("score", json.writeValueAsString(score))
                .param("id", id)
                .update();
    }

    Standing standing(Exercise run, boolean patientNeedsSomeone) {
        var escalation = run.escalationId();
        if (escalation == null) {
            return new Standing(null, null, patientNeedsSomeone);
        }
        return jdbc.sql("""
                SELECT e.state, (SELECT min(f.found_at) FROM finding f
                                  WHERE f.escalation_id = e.id AND f.cause = 'CRISIS') AS screened_at
                  FROM escalation e WHERE e.id = :id
                """)
                .param("id", escalation.value())
                .query((row, n) ->
                        new Standing(instantOrNull(row, "screened_at"), row.getString("state"), patientNeedsSomeone))
                .single();
    }

    /** Of the protocol, what asks for somebody else than whoever has the case is not asked for in a drill. */
    DrillFacts facts(Exercise drill, int stepsDone, int stepsToDo) {
        var escalation = drill.escalationId();
        if (escalation == null) {
            return new DrillFacts(null, null, null, null, null, 0, 0, 0, stepsToDo);
        }
        return jdbc.sql("""
                SELECT e.opened_at,
                       (SELECT min(d.sent_at) FROM page p JOIN dispatch d ON d.id = p.dispatch_id
                         WHERE p.escalation_id = e.id) AS paged_at,
                       (SELECT min(v.at) FROM case_event v
                         WHERE v.escalation_id = e.id AND v.kind = 'Acknowledged') AS taken_at,
                       (SELECT min(c.at) FROM case_note c WHERE c.escalation_id = e.id AND c.kind = 'CALL') AS called_at,
                       CASE WHEN e.state = 'RESOLVED' AND e.disposition <> 'EXERCISE_OVER' THEN e.resolved_at END AS resolved_at,
                       (SELECT coalesce(max(p.step), 0) FROM page p
                         WHERE p.escalation_id = e.id AND p.kind = 'ALERT') AS rung,
                       (SELECT coalesce(max(p.round), 0) FROM page p
                         WHERE p.escalation_id = e.id AND p.kind = 'ALERT') AS rounds
                  FROM escalation e WHERE e.id = :id
                """)
                .param("id", escalation.value())
                .query((row, n) -> new DrillFacts(
                        instant(row, "opened_at"),
                        instantOrNull(row, "paged_at"),
                        instantOrNull(row, "taken_at"),
                        instantOrNull(row, "called_at"),
                        instantOrNull(row, "resolved_at"),
                        row.getInt("rung"),
                        row.getInt("rounds"),
                        stepsDone,
                        stepsToDo))
                .single();
    }

    private Exercise toExercise(ResultSet row, int n) throws SQLException {
        var id = uuid(row, "id");
        var reason = textOrNull(row, "reason");
        var outcome = textOrNull(row, "outcome");
        var escalation = row.getObject("escalation_id", UUID.class);
        var score = textOrNull(row, "score");
        return new Exercise(
                id,
                Origin.valueOf(row.getString("kind")),
                new LineId(uuid(row, "line_id")),
                row.getString("started_by"),
                reason == null ? null : sealer.open(new Sealed(reason), id, "reason"),
                instant(row, "started_at"),
                instantOrNull(row, "sent_at"),
                escalation == null ? null : new EscalationId(escalation),
                instantOrNull(row, "page_arrived_at"),
                instantOrNull(row, "ended_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                textOrNull(row, "ended_by"),
                score == null ? List.of() : json.readValue(score, new TypeReference<List<ScoreLine>>() {}));
    }
}
