package aftercare.messaging.readthrough;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;

import aftercare.platform.audit.Audit;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.messaging.ReadThroughFellBehind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells once, and twice a day as long as it stays so, that replies wait too long for a reader. */
@Service
class FallingBehind implements WorkSource {
    private static final Logger log = LoggerFactory.getLogger(FallingBehind.class);
    private static final String KEY = "read-through";

    private final JdbcClient jdbc;
    private final RoutineReplies replies;
    private final Outbox outbox;
    private final Audit audit;
    private final ReadThroughSettings settings;

    FallingBehind(JdbcClient jdbc, RoutineReplies replies, Outbox outbox, Audit audit, ReadThroughSettings settings) {
        this.jdbc = jdbc;
        this.replies = replies;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
    }

    /** Returns 0: once told, there is no more to tell. */
    @Transactional
    public int tell(Instant now) {
        var behind = behind(now);
        var oldest = behind.oldestReceivedAt();
        if (oldest != null && isTimeToTell(now)) {
            outbox.add(UUID.randomUUID(), KEY, now, new ReadThroughFellBehind(behind.waiting(), oldest, now));
            audit.record(
                    now,
                    "service:messaging",
                    "ReadThroughFellBehind",
                    KEY,
                    Map.of("waiting", String.valueOf(behind.waiting())));
            log.atWarn().addKeyValue("waiting", behind.waiting()).log("Routine replies wait too long for a reader");
        }
        return 0;
    }

    /** Of several at once one is told that it is; the row's lock keeps the event's order. */
    private boolean isTimeToTell(Instant now) {
        return jdbc.sql("UPDATE read_through_told SET told_at = :now WHERE told_at <= :before")
                        .param("now", at(now))
                        .param("before", at(now.minus(settings.within())))
                        .update()
                > 0;
    }

    private Backlog behind(Instant now) {
        return replies.backlog(now.minus(settings.within()));
    }

    private Instant toldAt() {
        return jdbc.sql("SELECT told_at FROM read_through_told")
                .query((row, n) -> instant(row, "told_at"))
                .single();
    }

    @Override
    public int pending(Instant now) {
        return next(now).filter(at -> !at.isAfter(now)).isPresent() ? 1 : 0;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return next(now).filter(at -> at.isAfter(now));
    }

    private Optional<Instant> next(Instant now) {
        var again = toldAt().plus(settings.within());
        return Optional.ofNullable(replies.backlog(now).oldestReceivedAt())
                .map(oldest -> oldest.plus(settings.within()))
                .map(due -> due.isBefore(again) ? again : due);
    }
}
