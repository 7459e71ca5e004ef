package aftercare.messaging.gate;

import static aftercare.messaging.columns.Columns.at;

import aftercare.platform.clock.MachineClock;
import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import aftercare.schemas.screening.Urgency;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts, and the level of each reply. The caller holds the line's lock. */
@Repository
public class Levels {
    private static final String[] NO_REASONS = {};

    private final JdbcClient jdbc;
    private final MachineClock machine;

    Levels(JdbcClient jdbc, MachineClock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    void write(UUID eventId, ReplyScreened verdict) {
        var ending = verdict.ending();
        write(
                eventId,
                verdict.replyId(),
                verdict.level(),
                verdict.urgency(),
                ending == null ? null : ending.name(),
                verdict.optOut(),
                verdict.purpose().name(),
                verdict.versions().engine(),
                EngineVersion.of(verdict.versions()).name(),
                verdict.reasons().toArray(String[]::new),
                verdict.screenedAt());
    }

    /** What a reader makes of a reply counts like a verdict: it holds at once, before we hear of the case. */
    public void flag(UUID eventId, ReplyId reply, Level level, Instant now) {
        var urgency = level == Level.CONCERN ? Urgency.NOW : null;
        write(eventId, reply, level, urgency, null, false, "STAFF", "staff", null, NO_REASONS, now);
        raise(reply, level);
    }

    /** Up, never down: only a named human lowers a level, and that is a release. */
    void raise(ReplyId reply, Level level) {
        var below = switch (level) {
            case CRISIS -> new String[] {Level.CONCERN.name(), Level.ROUTINE.name()};
            case CONCERN -> new String[] {Level.ROUTINE.name()};
            case ROUTINE -> new String[] {};
        };
        jdbc.sql("UPDATE reply SET level = :level WHERE id = :id AND (level IS NULL OR level = ANY(:below))")
                .param("level", level.name())
                .param("below", below)
                .param("id", reply.value())
                .update();
    }

    private void write(
            UUID eventId,
            ReplyId reply,
            Level level,
            @Nullable Urgency urgency,
            @Nullable String ending,
            boolean optOut,
            String purpose,
            String engine,
            @Nullable String version,
            String[] reasons,
            Instant at) {
        jdbc.sql("""
                INSERT INTO verdict (event_id, reply_id, level, urgency, ending, opt_out, purpose, engine, version, reasons,
                                     screened_at, taken_at)
                VALUES (:event, :reply, :level, :urgency, :ending, :optOut, :purpose, :engine, :version, :reasons,
                        :screened, :taken)
                """)
                .param("event", eventId)
                .param("reply", reply.value())
                .param("level", level.name())
                .param("urgency", urgency == null ? null : urgency.name(), Types.VARCHAR)
                .param("ending", ending, Types.VARCHAR)
                .param("optOut", optOut)
                .param("purpose", purpose)
                .param("engine", engine)
                .param("version", version, Types.VARCHAR)
                .param("reasons", reasons)
                .param("screened", at(at))
                .param("taken", at(machine.instant()))
                .update();
    }
}
