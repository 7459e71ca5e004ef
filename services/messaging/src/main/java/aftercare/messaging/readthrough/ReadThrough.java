package aftercare.messaging.readthrough;

import aftercare.messaging.gate.Levels;
import aftercare.messaging.lines.Lines;
import aftercare.platform.audit.Audit;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.ReplyId;
import aftercare.schemas.StaffId;
import aftercare.schemas.messaging.ReplyFlagged;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reader does. Each deed is one transaction with its audit entry, and doing it twice does nothing more. */
@Service
class ReadThrough {
    private static final int AT_ONCE = 50;

    private final RoutineReplies replies;
    private final Entries entries;
    private final Lines lines;
    private final Levels levels;
    private final Outbox outbox;
    private final Audit audit;
    private final ReadThroughSettings settings;

    ReadThrough(
            RoutineReplies replies,
            Entries entries,
            Lines lines,
            Levels levels,
            Outbox outbox,
            Audit audit,
            ReadThroughSettings settings) {
        this.replies = replies;
        this.entries = entries;
        this.lines = lines;
        this.levels = levels;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
    }

    /** Gives the reader the oldest that nobody else has, and writes down that each was shown. */
    @Transactional
    public List<Entry> claim(StaffId who, Instant now, Instant machineNow) {
        var claimed = replies.claim(who, AT_ONCE, machineNow, until(machineNow));
        claimed.forEach(reply -> record(now, who, "RoutineReplyShown", reply, Map.of()));
        return entries.of(claimed);
    }

    /** Empty for a reply that is not there to be read. */
    @Transactional
    public Optional<Mark> seen(ReplyId reply, StaffId who, Instant now, Instant machineNow) {
        if (replies.seen(reply, who, now)) {
            record(now, who, "RoutineReplySeen", reply, Map.of());
        }
        replies.extend(who, machineNow, until(machineNow));
        return replies.find(reply);
    }

    /** The reader's last look was too quick. Not for long: the reply must still be theirs. */
    @Transactional
    public boolean unsee(ReplyId reply, StaffId who, Instant now, Instant machineNow) {
        var undone = replies.unsee(reply, who, machineNow);
        if (undone) {
            record(now, who, "RoutineReplySeenUndone", reply, Map.of());
            replies.extend(who, machineNow, until(machineNow));
        }
        return undone;
    }

    /** "This should have been flagged": it holds at once, and escalation hears of it by the same commit. A graver flag counts again. */
    @Transactional
    public Optional<Mark> flag(ReplyId reply, Level level, StaffId who, Instant now, Instant machineNow) {
        var found = replies.find(reply);
        if (found.isEmpty()) {
            return found;
        }
        lines.lock(found.get().lineId());
        var mark = replies.lock(reply);
        if (mark.isRaisedBy(level)) {
            flag(reply, mark, level, who, now);
        }
        replies.extend(who, machineNow, until(machineNow));
        return replies.find(reply);
    }

    private void flag(ReplyId reply, Mark mark, Level level, StaffId who, Instant now) {
        var event = UUID.randomUUID();
        replies.flag(reply, level, who, now);
        levels.flag(event, reply, level, now);
        outbox.add(
                event,
                mark.lineId().toString(),
                now,
                new ReplyFlagged(reply, mark.lineId(), replies.patientsOf(reply), who, level, now));
        record(now, who, "RoutineReplyFlagged", reply, Map.of("level", level.name()));
    }

    private void record(Instant now, StaffId who, String what, ReplyId reply, Map<String, String> why) {
        audit.record(now, who.value(), what, "reply/" + reply, why);
    }

    private Instant until(Instant machineNow) {
        return machineNow.plus(settings.lease());
    }
}
