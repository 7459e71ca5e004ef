package aftercare.messaging.readthrough;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instantOrNull;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.textOrNull;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.messaging.gate.EngineVersion;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.screening.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ROUTINE replies and what readers say of them. One that became more than ROUTINE is before a human by other ways. */
@Repository
class RoutineReplies {
    static final String WAITING = """
            read_through t JOIN reply r ON r.id = t.reply_id
             WHERE t.read_at IS NULL AND NOT t.left_out AND r.level = 'ROUTINE' AND r.unscreened_at IS NULL
            """;

    private final JdbcClient jdbc;

    RoutineReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReplyId reply, Instant receivedAt, EngineVersion version) {
        jdbc.sql("""
                INSERT INTO read_through (reply_id, received_at, version) VALUES (:reply, :received, :version)
                ON CONFLICT DO NOTHING
                """)
                .param("reply", reply.value())
                .param("received", at(receivedAt))
                .param("version", version.name())
                .update();
    }

    /** Gives the oldest to a reader, also again those the reader has; passes over those that others have. */
    List<ReplyId> claim(StaffId who, int limit, Instant machineNow, Instant until) {
        return jdbc.sql("""
                UPDATE read_through SET claimed_by = :who, claimed_until = :until
                 WHERE reply_id IN (SELECT t.reply_id FROM
                """ + WAITING + """
                                       AND (t.claimed_by = :who OR t.claimed_until IS NULL OR t.claimed_until <= :now)
                                     ORDER BY t.received_at, t.reply_id LIMIT :limit FOR UPDATE OF t SKIP LOCKED)
                RETURNING reply_id
                """)
                .param("who", who.value())
                .param("now", at(machineNow))
                .param("until", at(until))
                .param("limit", limit)
                .query((row, n) -> new ReplyId(uuid(row, "reply_id")))
                .list();
    }

    /** Who is at work keeps what is shown. */
    void extend(StaffId who, Instant machineNow, Instant until) {
        jdbc.sql("UPDATE read_through SET claimed_until = :until WHERE claimed_by = :who AND claimed_until > :now")
                .param("who", who.value())
                .param("now", at(machineNow))
                .param("until", at(until))
                .update();
    }

    List<Reader> readersBut(StaffId who, Instant machineNow) {
        return jdbc.sql("SELECT t.claimed_by, count(*) AS replies FROM " + WAITING + """
                   AND t.claimed_until > :now AND t.claimed_by <> :who
                 GROUP BY t.claimed_by ORDER BY t.claimed_by
                """)
                .param("now", at(machineNow))
                .param("who", who.value())
                .query((row, n) -> new Reader(new StaffId(row.getString("claimed_by")), row.getInt("replies")))
                .list();
    }

    Backlog backlog(Instant receivedUntil) {
        return jdbc.sql("SELECT count(*) AS waiting, min(t.received_at) AS oldest FROM " + WAITING
                        + " AND t.received_at <= :until")
                .param("until", at(receivedUntil))
                .query((row, n) -> new Backlog(row.getInt("waiting"), instantOrNull(row, "oldest")))
                .single();
    }

    Optional<Mark> find(ReplyId reply) {
        return jdbc.sql(
                        "SELECT t.*, r.line_id FROM read_through t JOIN reply r ON r.id = t.reply_id WHERE t.reply_id = :reply")
                .param("reply", reply.value())
                .query(RoutineReplies::toMark)
                .optional();
    }

    /** What is said, locked until the end of the transaction. */
    Mark lock(ReplyId reply) {
        return jdbc.sql("""
                SELECT t.*, r.line_id FROM read_through t JOIN reply r ON r.id = t.reply_id
                 WHERE t.reply_id = :reply FOR UPDATE OF t
                """)
                .param("reply", reply.value())
                .query(RoutineReplies::toMark)
                .single();
    }

    /** @return whether this is news: who reads second changes nothing */
    boolean seen(ReplyId reply, StaffId who, Instant now) {
        return jdbc.sql(
                                "UPDATE read_through SET read_by = :who, read_at = :now WHERE reply_id = :reply AND read_at IS NULL")
                        .param("who", who.value())
                        .param("now", at(now))
                        .param("reply", reply.value())
                        .update()
                > 0;
    }

    /** @return whether the reader's own mark was still there to take back, and the reply still theirs */
    boolean unsee(ReplyId reply, StaffId who, Instant machineNow) {
        return jdbc.sql("""
                UPDATE read_through SET read_by = NULL, read_at = NULL
                 WHERE reply_id = :reply AND read_by = :who AND flagged_at IS NULL
                   AND claimed_by = :who AND claimed_until > :now
                """)
                        .param("reply", reply.value())
                        .param("who", who.value())
                        .param("now", at(machineNow))
                        .update()
                > 0;
    }

    void flag(ReplyId reply, Level level, StaffId who, Instant now) {
        jdbc.sql("""
                UPDATE read_through
                   SET flagged_by = :who, flagged_at = :now, flagged_level = :level,
                       read_by = coalesce(read_by, :who), read_at = coalesce(read_at, :now)
                 WHERE reply_id = :reply
                """)
                .param("who", who.value())
                .param("now", at(now))
                .param("level", level.name())
                .param("reply", reply.value())
                .update();
    }

    List<PatientId> patientsOf(ReplyId reply) {
        return jdbc.sql("SELECT patient_id FROM reply_patient WHERE reply_id = :reply ORDER BY patient_id")
                .param("reply", reply.value())
                .query((row, n) -> new PatientId(row.getString("patient_id")))
                .list();
    }

    /** What was read since then, by the version that took it for ROUTINE. */
    List<ReadBy> readSince(Instant since) {
        return jdbc.sql("""
                SELECT version, weight, count(*) AS read, count(flagged_at) AS flagged FROM read_through
                 WHERE read_at >= :since GROUP BY version, weight ORDER BY version, weight
                """)
                .param("since", at(since))
                .query((row, n) -> new ReadBy(
                        textOrNull(row, "version"),
                        new MissRate.Stratum(row.getDouble("weight"), row.getLong("read"), row.getLong("flagged"))))
                .list();
    }

    record ReadBy(@Nullable String version, MissRate.Stratum stratum) {}

    private static Mark toMark(ResultSet row, int n) throws SQLException {
        var readBy = textOrNull(row, "read_by");
        var flaggedBy = textOrNull(row, "flagged_by");
        var level = textOrNull(row, "flagged_level");
        return new Mark(
                line(row, "line_id"),
                readBy == null ? null : new StaffId(readBy),
                instantOrNull(row, "read_at"),
                flaggedBy == null ? null : new StaffId(flaggedBy),
                level == null ? null : Level.valueOf(level));
    }
}
