package aftercare.messaging.rescreening;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.messaging.gate.EngineVersion;
import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replies of runs. Every method belongs to the caller's transaction. */
@Repository
class Rescreens {
    // Without a level it is the live lane's. One that was answered without a verdict can't be opened, and will not be
    // the next time.
    private static final String UNREAD = """
              FROM reply r
             WHERE r.received_at >= :since AND r.level IS NOT NULL
               AND NOT EXISTS (SELECT FROM verdict v WHERE v.reply_id = r.id AND v.version = :version)
               AND NOT EXISTS (SELECT FROM rescreen s
                                WHERE s.reply_id = r.id AND s.version = :version AND s.answered_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    Rescreens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there are replies that this version has not read. */
    boolean anyUnreadBy(EngineVersion version, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT" + UNREAD + ")")
                .param("since", at(since))
                .param("version", version.name())
                .query(Boolean.class)
                .single();
    }

    /** Puts them into the run; returns how many. */
    int fill(Run run) {
        return jdbc.sql("""
                INSERT INTO rescreen (version, reply_id, run_id, received_at)
                SELECT :version, r.id, :run, r.received_at
                """ + UNREAD + """
                ON CONFLICT (version, reply_id) DO UPDATE SET run_id = excluded.run_id, sent_at = NULL
                """)
                .param("version", run.version().name())
                .param("run", run.id())
                .param("since", at(run.since()))
                .update();
    }

    /** Somebody waits for a live verdict: that comes first. */
    boolean isLiveWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM reply WHERE level IS NULL AND unscreened_at IS NULL)")
                .query(Boolean.class)
                .single();
    }

    int underWay(Run run, Instant sentAfter) {
        return jdbc.sql("""
                SELECT count(*) FROM rescreen WHERE run_id = :run AND answered_at IS NULL AND sent_at > :after
                """)
                .param("run", run.id())
                .param("after", at(sentAfter))
                .query(Integer.class)
                .single();
    }

    /** The youngest first: what is found there is the most urgent. */
    List<ReplyId> next(Run run, Instant sentBefore, int limit) {
        return jdbc.sql("""
                SELECT reply_id FROM rescreen
                 WHERE run_id = :run AND answered_at IS NULL AND (sent_at IS NULL OR sent_at <= :before)
                 ORDER BY received_at DESC LIMIT :limit
                """)
                .param("run", run.id())
                .param("before", at(sentBefore))
                .param("limit", limit)
                .query((row, n) -> new ReplyId(uuid(row, "reply_id")))
                .list();
    }

    void sent(Run run, Collection<ReplyId> replies, Instant machineNow) {
        jdbc.sql("UPDATE rescreen SET sent_at = :now WHERE version = :version AND reply_id = ANY(:replies::uuid[])")
                .param("now", at(machineNow))
                .param("version", run.version().name())
                .param("replies", array(replies))
                .update();
    }

    /** No key of ours opens it, so no version can read it. */
    void unreadable(Run run, ReplyId reply, Instant machineNow) {
        jdbc.sql("UPDATE rescreen SET answered_at = :now WHERE version = :version AND reply_id = :reply")
                .param("now", at(machineNow))
                .param("version", run.version().name())
                .param("reply", reply.value())
                .update();
    }

    boolean isAnswered(Run run) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM rescreen WHERE run_id = :run AND answered_at IS NULL)")
                .param("run", run.id())
                .query(Boolean.class)
                .single();
    }

    /** A later version reads them: what this one was not asked yet it need not be asked. */
    void dropUnsent(Run run) {
        jdbc.sql("DELETE FROM rescreen WHERE run_id = :run AND sent_at IS NULL")
                .param("run", run.id())
                .update();
    }

    /** The run this answer belongs to; empty for one that no run asked for. */
    Optional<UUID> answered(EngineVersion version, ReplyId reply, Level level, boolean late, Instant machineNow) {
        return jdbc.sql("""
                UPDATE rescreen SET answered_at = :now, level = :level, late = :late
                 WHERE version = :version AND reply_id = :reply
                RETURNING run_id
                """)
                .param("now", at(machineNow))
                .param("level", level.name())
                .param("late", late)
                .param("version", version.name())
                .param("reply", reply.value())
                .query((row, n) -> uuid(row, "run_id"))
                .optional();
    }
}
