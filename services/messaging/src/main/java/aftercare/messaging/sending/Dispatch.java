package aftercare.messaging.sending;

import static aftercare.messaging.columns.Columns.at;

import aftercare.messaging.consent.Consent;
import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.gate.Gate;
import aftercare.messaging.gate.Gates;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.lines.Patient;
import aftercare.messaging.requests.Message;
import aftercare.messaging.requests.MessageKind;
import aftercare.messaging.requests.Messages;
import aftercare.messaging.requests.WaitsFor;
import aftercare.messaging.sending.Decision.Send;
import aftercare.messaging.sending.Decision.Skip;
import aftercare.messaging.sending.Decision.Wait;
import aftercare.platform.audit.Audit;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.MessageSending;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on a line's due texts, best first, under the line's lock: the same lock that an inbound text is committed under (S5). What may go
 * is committed as begun before anybody calls the carrier (S6).
 */
@Service
class Dispatch {
    private static final int LOOK_AT_MOST = 50;
    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Messages messages;
    private final ConsentLedger consent;
    private final Gates gates;
    private final Audit audit;
    private final Sealer sealer;
    private final SendingSettings settings;
    private final SendingPolicy policy;
    private final SecureRandom random = new SecureRandom();

    Dispatch(
            JdbcClient jdbc,
            Lines lines,
            Messages messages,
            ConsentLedger consent,
            Gates gates,
            Audit audit,
            Sealer sealer,
            SendingSettings settings) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.messages = messages;
        this.consent = consent;
        this.gates = gates;
        this.audit = audit;
        this.sealer = sealer;
        this.settings = settings;
        this.policy = new SendingPolicy(settings.consentWithin());
    }

    /**
     * Begins the line's next text, or settles that none may go now. At most one is under way on a line.
     *
     * @param now clinic time
     * @param machineNow machine time, for the lease
     * @param pace asked before each text that was planned; what the patient or a member of staff waits for goes at any pace
     */
    @Transactional
    public Optional<Attempt> next(LineId id, Instant now, Instant machineNow, Pace pace) {
        var line = lines.lock(id);
        if (underWay(id)) {
            return Optional.empty();
        }
        for (var message : due(id, now)) {
            if (decide(message, line, now) instanceof Send) {
                if (message.kind() == MessageKind.REQUESTED && !pace.allows()) {
                    return Optional.empty();
                }
                return Optional.of(begin(message, line, now, machineNow));
            }
        }
        return Optional.empty();
    }

    /**
     * The last look before the call. A reply that was committed since the text was begun, say because this process stood still in between,
     * sends it back to be decided on again: it certainly has not gone (S5).
     */
    @Transactional
    public boolean overtaken(Attempt attempt, Instant now) {
        if (!repliedSince(attempt)) {
            return false;
        }
        lines.lock(attempt.lineId());
        var takenBack = jdbc.sql("""
                UPDATE message
                   SET state = 'QUEUED', due_at = opens_at, callback_lookup = NULL, sending_at = NULL, sending_until = NULL,
                       sending_no = NULL
                 WHERE id = :id AND state = 'SENDING'
                """).param("id", attempt.messageId().value()).update();
        if (takenBack == 1) {
            audit.record(
                    now, Outcomes.MACHINE, "MessageTakenBack", "message/" + attempt.messageId(), Map.of("rule", "S5"));
        }
        return true;
    }

    private boolean repliedSince(Attempt attempt) {
        return jdbc.sql("""
                SELECT count(*) FROM reply r JOIN message m ON m.id = :id WHERE r.line_id = m.line_id AND r.no > m.sending_no
                """)
                        .param("id", attempt.messageId().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Decides on the due texts of a patient whom we have no number for. */
    @Transactional
    public void settleUnreachable(PatientId id, Instant now) {
        var patient = lines.lockPatient(id);
        if (patient.textingLine() != null) {
            return; // The chart has come meanwhile.
        }
        var recipient =
                new Recipient(patient.known(), patient.deceasedAt() != null, false, false, Consent.NONE, false, null);
        for (var message : dueOf(id, now)) {
            apply(message, policy.decide(candidate(message), recipient, Gate.OPEN, now), now);
        }
    }

    private Decision decide(Message message, Line line, Instant now) {
        var patient = message.patientId();
        var decision = policy.decide(candidate(message), recipient(line, patient), gates.at(line.id(), patient), now);
        apply(message, decision, now);
        return decision;
    }

    private void apply(Message message, Decision decision, Instant now) {
        switch (decision) {
            case Send() -> {}
            case Wait(var until, var reason) -> postpone(message, until, reason);
            case Skip(var reason) -> messages.skip(message, reason, now);
        }
    }

    private Candidate candidate(Message message) {
        var answers = message.answersReplyId();
        return new Candidate(
                message.kind(),
                message.purpose(),
                message.window(),
                message.requestedAt(),
                answers != null,
                answers == null ? null : gates.reply(answers).orElse(null));
    }

    private Recipient recipient(Line line, @Nullable PatientId id) {
        if (id == null) {
            var says = consent.optedOut(line) ? Consent.OPTED_OUT : Consent.NONE;
            return new Recipient(true, false, line.number() != null, line.refused(), says, true, null);
        }
        var patient = lines.patient(id);
        return new Recipient(
                patient.filter(Patient::known).isPresent(),
                patient.map(Patient::deceasedAt).isPresent(),
                line.number() != null,
                line.refused(),
                consent.of(id, line.id()),
                confirmed(id, line.id()),
                line.cancelledAt());
    }

    private Attempt begin(Message message, Line line, Instant now, Instant machineNow) {
        var token = token();
        jdbc.sql("""
                UPDATE message
                   SET state = 'SENDING', line_id = :line, waits_for = NULL, claimed_until = NULL, attempts = attempts + 1,
                       callback_lookup = :token, receipt_rank = 0, sending_at = :now, sending_since = :machineNow,
                       sending_until = :until, sending_no = nextval('deed'),
                       answerable_until = :now::timestamptz + (question::jsonb ->> 'answerWithin')::interval
                 WHERE id = :id AND state = 'QUEUED'
                """)
                .param("line", line.id().value())
                .param("token", sealer.lookup(token))
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .param("until", at(machineNow.plus(settings.lease())))
                .param("id", message.id().value())
                .update();
        var patient = message.patientId();
        if (patient != null) {
            messages.tell(message, new MessageSending(message.id(), patient, line.id(), now));
        }
        audit.record(
                now,
                Outcomes.MACHINE,
                "MessageSending",
                "message/" + message.id(),
                Map.of("line", line.id().toString(), "kind", message.kind().name()));
        return new Attempt(
                message.id(),
                line.id(),
                lines.numberOf(line).orElseThrow(),
                sealer.open(message.text(), message.id(), "text"),
                token);
    }

    private void postpone(Message message, Instant until, WaitsFor reason) {
        jdbc.sql("UPDATE message SET due_at = :until, waits_for = :reason, claimed_until = NULL WHERE id = :id")
                .param("until", at(until))
                .param("reason", reason.name())
                .param("id", message.id().value())
                .update();
    }

    private boolean underWay(LineId line) {
        return jdbc.sql("SELECT count(*) FROM message WHERE line_id = :line AND state = 'SENDING'")
                        .param("line", line.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Best first: what the patient waits for by keyword, the opt-in, then by priority and age. */
    private List<Message> due(LineId line, Instant now) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT * FROM message
                     WHERE state = 'QUEUED' AND due_at <= :now AND kind = 'REQUESTED'
                       AND patient_id = ANY (ARRAY(SELECT id FROM patient WHERE line_id = :line))
                    UNION ALL
                    SELECT * FROM message
                     WHERE state = 'QUEUED' AND due_at <= :now AND kind <> 'REQUESTED' AND line_id = :line) due
                 ORDER BY kind = 'REQUESTED', purpose <> 'OPT_IN', priority DESC, opens_at, requested_at, id
                 LIMIT :most
                """)
                .param("now", at(now))
                .param("line", line.value())
                .param("most", LOOK_AT_MOST)
                .query(Messages::toMessage)
                .list();
    }

    private List<Message> dueOf(PatientId patient, Instant now) {
        return jdbc.sql(
                        "SELECT * FROM message WHERE state = 'QUEUED' AND due_at <= :now AND patient_id = :patient ORDER BY id")
                .param("now", at(now))
                .param("patient", patient.value())
                .query(Messages::toMessage)
                .list();
    }

    private boolean confirmed(PatientId patient, LineId line) {
        return jdbc.sql("""
                SELECT count(*) FROM message
                 WHERE patient_id = :patient AND line_id = :line AND purpose = 'OPT_IN' AND state IN ('SENT', 'DELIVERED')
                """)
                        .param("patient", patient.value())
                        .param("line", line.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
