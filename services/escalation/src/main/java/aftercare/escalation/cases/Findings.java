package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.texts;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.escalation.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Why each reply of a case is in it. A reply joins a case once per cause, however often we are told. */
@Repository
class Findings {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Findings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** For what causes a reply has been brought before a human so far. */
    List<Cause> causesOf(ReplyId reply) {
        return jdbc.sql("SELECT cause FROM finding WHERE reply_id = :reply")
                .param("reply", reply.value())
                .query((row, n) -> Cause.valueOf(row.getString("cause")))
                .list();
    }

    /** Those of the given replies that some case knows. */
    Set<ReplyId> known(Collection<ReplyId> replies) {
        return jdbc
                .sql("SELECT DISTINCT reply_id FROM finding WHERE reply_id = ANY(:replies::uuid[])")
                .param("replies", array(replies))
                .query((row, n) -> new ReplyId(uuid(row, "reply_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(EscalationId escalation, Found found, Instant now) {
        jdbc.sql("""
                INSERT INTO finding (id, reply_id, line_id, cause, escalation_id, level, categories, reasons, spans, versions, found_at)
                VALUES (:id, :reply, :line, :cause, :escalation, :level, :categories, :reasons, :spans::jsonb, :versions, :at)
                ON CONFLICT (reply_id, cause) DO NOTHING
                """)
                .param("id", found.id())
                .param("reply", found.replyId().value())
                .param("line", found.lineId().value())
                .param("cause", found.cause().name())
                .param("escalation", escalation.value())
                .param("level", found.level())
                .param("categories", array(found.categories()))
                .param("reasons", array(found.reasons()))
                .param("spans", json.writeValueAsString(found.words()))
                .param("versions", found.versions())
                .param("at", at(now))
                .update();
    }

    List<Row> of(EscalationId escalation) {
        return jdbc.sql("SELECT * FROM finding WHERE escalation_id = :escalation ORDER BY found_at, id")
                .param("escalation", escalation.value())
                .query(this::toRow)
                .list();
    }

    List<ReplyId> repliesOf(EscalationId escalation) {
        return of(escalation).stream().map(Row::replyId).distinct().toList();
    }

    private Row toRow(ResultSet row, int n) throws SQLException {
        return new Row(
                uuid(row, "id"),
                new ReplyId(uuid(row, "reply_id")),
                new LineId(uuid(row, "line_id")),
                Cause.valueOf(row.getString("cause")),
                textOrNull(row, "level"),
                texts(row, "categories"),
                texts(row, "reasons"),
                json.readValue(row.getString("spans"), new TypeReference<List<MarkedWords>>() {}),
                row.getString("versions"),
                instant(row, "found_at"));
    }

    record Row(
            UUID id,
            ReplyId replyId,
            LineId lineId,
            Cause cause,
            @Nullable String level,
            List<String> categories,
            List<String> reasons,
            List<MarkedWords> words,
            String versions,
            Instant at) {}
}
