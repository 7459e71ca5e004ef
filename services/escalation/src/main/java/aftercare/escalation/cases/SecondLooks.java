package aftercare.escalation.cases;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.site.Site;
import aftercare.escalation.worklist.WorkList;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.messaging.ReadThroughFellBehind;
import aftercare.schemas.messaging.ReplyFlagged;
import aftercare.schemas.messaging.ReplyFoundLate;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings before humans what the first look at a reply missed: what a later engine finds, and what a reader does. */
@Service
class SecondLooks {
    private static final String CONSUMER = "reviews";

    private final Escalations escalations;
    private final WorkList workList;
    private final FoundWords words;
    private final StaffRoster roster;
    private final Site site;
    private final LateFindingPolicy policy;
    private final Inbox inbox;

    SecondLooks(
            Escalations escalations,
            WorkList workList,
            FoundWords words,
            StaffRoster roster,
            Site site,
            LateFindingSettings settings,
            Inbox inbox) {
        this.escalations = escalations;
        this.workList = workList;
        this.words = words;
        this.roster = roster;
        this.site = site;
        this.policy = new LateFindingPolicy(settings.pageWithin());
        this.inbox = inbox;
    }

    @Transactional
    void foundLate(UUID eventId, ReplyFoundLate late, Instant now) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var found = found(eventId, late, now);
        if (escalations.isInOpenCase(found)) {
            escalations.escalate(found, now);
            return;
        }
        switch (policy.decide(late.receivedAt(), late.handled(), now)) {
            case PAGE -> escalations.escalate(found, now);
            case LIST ->
                workList.lateFinding(
                        found.replyId(), found.lineId(), found.patientIds(), found.categories(), found.reasons(), now);
        }
    }

    private Found found(UUID eventId, ReplyFoundLate late, Instant now) {
        var id = UUID.randomUUID();
        return new Found(
                id,
                late.replyId(),
                late.lineId(),
                late.patientIds(),
                Cause.CRISIS,
                Level.CRISIS.name(),
                late.categories(),
                Stream.concat(Stream.of(whyLate(late, now)), late.reasons().stream())
                        .toList(),
                words.marked(eventId, id, late.spans()),
                FoundWords.of(late.versions()),
                Found.MACHINE,
                late.run());
    }

    private String whyLate(ReplyFoundLate late, Instant now) {
        return "Found late: the reply of " + site.wallClock(late.receivedAt(), now) + " was "
                + words(late.levelBefore()) + " then; screened again, it is a crisis";
    }

    private static String words(@Nullable Level before) {
        return switch (before) {
            case ROUTINE -> "routine";
            case CONCERN -> "a concern";
            case CRISIS -> "a crisis";
            case null -> "not screened";
        };
    }

    /** Whatever was known of the reply, a flag is never lost: where an ended case had it already, staff have raised it anew. */
    @Transactional
    void flagged(UUID eventId, ReplyFlagged flag, Instant now) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var cause = flag.level() == Level.CRISIS ? Cause.CRISIS : Cause.CONCERN_NOW;
        escalations.escalateFlagged(
                new Found(
                        UUID.randomUUID(),
                        flag.replyId(),
                        flag.lineId(),
                        flag.patientIds(),
                        cause,
                        flag.level().name(),
                        List.of(),
                        List.of(roster.calledName(flag.by())
                                + " flagged it in the read-through: screening had taken it for routine"),
                        List.of(),
                        "read-through",
                        flag.by().value(),
                        null),
                now);
    }

    @Transactional
    void fellBehind(UUID eventId, ReadThroughFellBehind behind, Instant now) {
        if (inbox.firstTime(eventId, CONSUMER)) {
            var oldest = site.wallClock(behind.oldestReceivedAt(), now);
            workList.readThrough(
                    eventId,
                    behind.waiting() == 1
                            ? "1 routine reply waits too long for a reader, since " + oldest
                            : behind.waiting() + " routine replies wait too long for a reader, the oldest since "
                                    + oldest,
                    now);
        }
    }
}
