package aftercare.messaging.gate;

import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.line;
import static aftercare.messaging.columns.Columns.textOrNull;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.consent.KeywordAnswers;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.requests.Messages;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.inbox.Inbox;
import aftercare.schemas.LineId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.ReplyScreened;
import java.time.Instant;
import java.util.List;
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
    private final Levels levels;
    private final Lines lines;
    private final ConsentLedger consent;
    private final KeywordAnswers answers;
    private final Messages messages;
    private final Inbox inbox;
    private final Audit audit;
    private final ClinicClock clock;
    private final List<VerdictHearer> hearers;

    Verdicts(
            JdbcClient jdbc,
            Levels levels,
            Lines lines,
            ConsentLedger consent,
            KeywordAnswers answers,
            Messages messages,
            Inbox inbox,
            Audit audit,
            ClinicClock clock,
            List<VerdictHearer> hearers) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.lines = lines;
        this.consent = consent;
        this.answers = answers;
        this.messages = messages;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
        this.hearers = hearers;
    }

    @Transactional
    public void take(UUID eventId, ReplyScreened verdict) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var line = lineOf(verdict.replyId());
        if (line.isEmpty()) {
            log.atWarn().addKeyValue("reply", verdict.replyId()).log("A verdict speaks of a reply that is not here");
            return;
        }
        var locked = lines.lock(line.get());
        var before = before(verdict.replyId());
        var now = clock.instant();
        levels.write(eventId, verdict);
        switch (verdict.purpose()) {
            case LIVE -> apply(verdict, locked, before.receivedAt(), now);
            case RESCREEN -> applyAgain(verdict);
        }
        audit.record(
                now,
                "service:screening",
                "ReplyScreened",
                "reply/" + verdict.replyId(),
                Map.of(
                        "level", verdict.level().name(),
                        "purpose", verdict.purpose().name(),
                        "engine", verdict.versions().engine(),
                        "version", EngineVersion.of(verdict.versions()).name()));
        hearers.forEach(hearer -> hearer.heard(eventId, verdict, before, now));
    }

    private void apply(ReplyScreened verdict, Line line, Instant receivedAt, Instant now) {
        levels.raise(verdict.replyId(), verdict.level());
        if (verdict.optOut() && !consent.grantedSince(line.id(), receivedAt)) {
            optOut(verdict, line, now);
        }
        var answer = verdict.answer();
        if (verdict.level() == Level.ROUTINE && answer != null) {
            messages.answered(answer.questionId(), now);
        }
        messages.lookAgain(line.id(), line.patientIds());
    }

    /** A second screening finds a CRISIS or changes nothing: it answers, opts out and opens no gate, and its doubts hold nothing. */
    private void applyAgain(ReplyScreened verdict) {
        if (verdict.level() == Level.CRISIS) {
            levels.raise(verdict.replyId(), Level.CRISIS);
        }
    }

    private void optOut(ReplyScreened verdict, Line line, Instant now) {
        if (consent.optOut(line, ConsentChannel.FREE_TEXT, verdict.replyId(), now)) {
            answers.confirmOptOut(line, verdict.replyId(), false, now);
        }
    }

    private Optional<LineId> lineOf(ReplyId reply) {
        return jdbc.sql("SELECT line_id FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query((row, n) -> line(row, "line_id"))
                .optional();
    }

    private BeforeVerdict before(ReplyId reply) {
        return jdbc.sql("SELECT line_id, received_at, level FROM reply WHERE id = :id")
                .param("id", reply.value())
                .query((row, n) -> {
                    var level = textOrNull(row, "level");
                    return new BeforeVerdict(
                            line(row, "line_id"),
                            instant(row, "received_at"),
                            level == null ? null : Level.valueOf(level));
                })
                .single();
    }
}
