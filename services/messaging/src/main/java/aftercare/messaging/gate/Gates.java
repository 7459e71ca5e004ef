package aftercare.messaging.gate;

import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where the gate stands. It takes in what happened on the line and what happened to the patient on any other line: everyone behind a number
 * that cried for help is held, wherever we would text them.
 */
@Repository
public class Gates {
    // A second screening is a reading only where it finds a CRISIS: it opens nothing, and its doubts hold nothing.
    private static final String REPLIES = """
            SELECT r.id, r.unscreened_at, v.level, v.urgency, v.screened_at,
                   (SELECT max(let.at) FROM release let
                     WHERE let.reply_id = r.id
                        OR EXISTS (SELECT 1 FROM escalation_reply joined
                                    WHERE joined.escalation_id = let.escalation_id AND joined.reply_id = r.id
                                      AND joined.joined_at <= let.at)) AS released_at
              FROM reply r LEFT JOIN verdict v ON v.reply_id = r.id AND (v.purpose <> 'RESCREEN' OR v.level = 'CRISIS')
            """;
    // A case that was joined from a further line holds that line too.
    private static final String CASES = """
            SELECT e.opened_at, e.resolved_at,
                   (SELECT max(let.at) FROM release let WHERE let.escalation_id = e.id) AS released_at
              FROM escalation e
             WHERE e.line_id = :line OR e.id IN (SELECT escalation_id FROM hold WHERE line_id = :line)
                OR e.id IN (SELECT escalation_id FROM escalation_patient WHERE patient_id = :patient)
            """;
    // A case's release ends only the holds placed before it: one placed in the same deed stays.
    private static final String HOLDS = """
            SELECT h.scope, h.placed_at,
                   (SELECT max(let.at) FROM release let
                     WHERE let.hold_id = h.id
                        OR (let.escalation_id = h.escalation_id AND let.at > h.placed_at)) AS released_at
              FROM hold h
             WHERE h.line_id = :line OR h.id IN (SELECT hold_id FROM hold_patient WHERE patient_id = :patient)
            """;

    private final JdbcClient jdbc;

    Gates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To decide on sending, the caller holds the lock of the line and of its patients. */
    public Gate at(LineId line, @Nullable PatientId patient) {
        return Gate.of(replies(line, patient), cases(line, patient), holds(line, patient));
    }

    public Optional<ReplyStanding> reply(ReplyId reply) {
        return group(jdbc.sql(REPLIES + "WHERE r.id = :reply").param("reply", reply.value())).stream()
                .findFirst();
    }

    private List<ReplyStanding> replies(LineId line, @Nullable PatientId patient) {
        return group(
                jdbc.sql(REPLIES + """
                 WHERE (r.line_id = :line OR r.id IN (SELECT reply_id FROM reply_patient WHERE patient_id = :patient))
                   AND (r.level IS DISTINCT FROM 'ROUTINE' OR r.unscreened_at IS NOT NULL)
                """).param("line", line.value()).param("patient", idOf(patient), Types.VARCHAR));
    }

    private List<CaseStanding> cases(LineId line, @Nullable PatientId patient) {
        return jdbc.sql(CASES)
                .param("line", line.value())
                .param("patient", idOf(patient), Types.VARCHAR)
                .query((row, n) -> new CaseStanding(
                        instantOrNull(row, "opened_at"),
                        instantOrNull(row, "resolved_at"),
                        instantOrNull(row, "released_at")))
                .list();
    }

    private List<HoldStanding> holds(LineId line, @Nullable PatientId patient) {
        return jdbc.sql(HOLDS)
                .param("line", line.value())
                .param("patient", idOf(patient), Types.VARCHAR)
                .query((row, n) -> new HoldStanding(
                        HoldScope.valueOf(row.getString("scope")),
                        instant(row, "placed_at"),
                        instantOrNull(row, "released_at")))
                .list();
    }

    private static List<ReplyStanding> group(JdbcClient.StatementSpec statement) {
        Map<UUID, ReplyStanding> standings = new LinkedHashMap<>();
        statement
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> standings.merge(row.id().value(), row, Gates::together));
        return List.copyOf(standings.values());
    }

    private static ReplyStanding row(ResultSet row) throws SQLException {
        return new ReplyStanding(
                new ReplyId(uuid(row, "id")),
                reading(row),
                instantOrNull(row, "unscreened_at"),
                instantOrNull(row, "released_at"));
    }

    private static List<Reading> reading(ResultSet row) throws SQLException {
        var level = textOrNull(row, "level");
        if (level == null) {
            return List.of();
        }
        var urgency = textOrNull(row, "urgency");
        Instant screenedAt = instant(row, "screened_at");
        return List.of(
                new Reading(Level.valueOf(level), urgency == null ? null : Urgency.valueOf(urgency), screenedAt));
    }

    private static ReplyStanding together(ReplyStanding one, ReplyStanding other) {
        var readings = new ArrayList<>(one.readings());
        readings.addAll(other.readings());
        return new ReplyStanding(one.id(), readings, one.unscreenedAt(), one.releasedAt());
    }

    private static @Nullable String idOf(@Nullable PatientId patient) {
        return patient == null ? null : patient.value();
    }
}
