package aftercare.messaging.gate;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.line;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.consent.KeywordAnswers;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.requests.Messages;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds verdicts up: the highest level ever given counts. A wish to opt out found in the words takes effect here. */
@Service
class Verdicts {
    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);
    private static final String CONSUMER = "messaging.verdicts";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final ConsentLedger consent;
    private final KeywordAnswers answers;
    private final Messages messages;
    private final Inbox inbox;
    private final Audit audit;
    private final ClinicClock clock;
    private final MachineClock machine;

    Verdicts(
            JdbcClient jdbc,
            Lines lines,
            ConsentLedger consent,
            KeywordAnswers answers,
            Messages messages,
            Inbox inbox,
            Audit audit,
            ClinicClock clock,
            MachineClock machine) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.consent = consent;
        this.answers = answers;
        this.messages = messages;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
        this.machine = machine;
    }

    @Transactional
    public void take(UUID eventId, ReplyScreened verdict) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var reply = find(verdict.replyId());
        if (reply.isEmpty()) {
            log.atWarn().addKeyValue("reply", verdict.replyId()).log("A verdict speaks of a reply that is not here");
            return;
        }
        apply(eventId, verdict, lines.lock(reply.get().line()), reply.get().receivedAt(), clock.instant());
    }

    private void apply(UUID eventId, ReplyScreened verdict, Line line, Instant receivedAt, Instant now) {
        write(eventId, verdict);
        raise(verdict.replyId(), verdict.level());
        audit.record(
                now,
                "service:screening",
                "ReplyScreened",
                "reply/" + verdict.replyId(),
                Map.of(
                        "level", verdict.level().name(),
                        "purpose", verdict.purpose().name(),
                        "engine", verdict.versions().engine()));
        if (verdict.optOut() && !consent.grantedSince(line.id(), receivedAt)) {
            optOut(verdict, line, now);
        }
        var answer = verdict.answer();
        if (verdict.level() == Level.ROUTINE && answer != null) {
            messages.answered(answer.questionId(), now);
        }
        messages.lookAgain(line.id(), line.patientIds());
    }

    private void optOut(ReplyScreened verdict, Line line, Instant now) {
        if (consent.optOut(line, ConsentChannel.FREE_TEXT, verdict.replyId(), now)) {
            answers.confirmOptOut(line, verdict.replyId(), false, now);
        }
    }

    private Optional<Origin> find(ReplyId reply) {
        return jdbc.sql("SELECT line_id, received_at FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query((row, n) -> new Origin(line(row, "line_id"), instant(row, "received_at")))
                .optional();
    }

    private void write(UUID eventId, ReplyScreened verdict) {
        var urgency = verdict.urgency();
        var ending = verdict.ending();
        jdbc.sql("""
                INSERT INTO verdict (event_id, reply_id, level, urgency, ending, opt_out, purpose, engine, screened_at, taken_at)
                VALUES (:event, :reply, :level, :urgency, :ending, :optOut, :purpose, :engine, :screened, :taken)
                """)
                .param("event", eventId)
                .param("reply", verdict.replyId().value())
                .param("level", verdict.level().name())
                .param("urgency", urgency == null ? null : urgency.name(), Types.VARCHAR)
                .param("ending", ending == null ? null : ending.name(), Types.VARCHAR)
                .param("optOut", verdict.optOut())
                .param("purpose", verdict.purpose().name())
                .param("engine", verdict.versions().engine())
                .param("screened", at(verdict.screenedAt()))
                .param("taken", at(machine.instant()))
                .update();
    }

    /** Up, never down: only a named human lowers a level, and that is a release. */
    private void raise(ReplyId reply, Level level) {
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

    private record Origin(LineId line, Instant receivedAt) {}
}
