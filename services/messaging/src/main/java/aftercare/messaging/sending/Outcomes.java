package aftercare.messaging.sending;

import static aftercare.messaging.columns.Columns.at;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Line;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.requests.Bell;
import aftercare.messaging.requests.Message;
import aftercare.messaging.requests.MessageState;
import aftercare.messaging.requests.Messages;
import aftercare.messaging.requests.WaitsFor;
import aftercare.platform.audit.Audit;
import aftercare.platform.sealing.Sealer;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SendOutcome.Accepted;
import aftercare.platform.twilio.SendOutcome.Refused;
import aftercare.platform.twilio.SendOutcome.Uncertain;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.messaging.ConsentChannel;
import aftercare.schemas.messaging.MessageDelivered;
import aftercare.schemas.messaging.MessageSent;
import aftercare.schemas.messaging.MessageUncertain;
import aftercare.schemas.messaging.MessageUndelivered;
import aftercare.schemas.messaging.Purpose;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a text, whoever brings the news: the call itself, a status callback, the carrier's list, or time running out. */
@Service
public class Outcomes {
    static final String MACHINE = "service:messaging";
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final int LONGEST_BACK_OFF_DOUBLINGS = 8;

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Messages messages;
    private final ConsentLedger consent;
    private final Bell bell;
    private final Audit audit;
    private final Sealer sealer;
    private final SendingSettings settings;

    Outcomes(
            JdbcClient jdbc,
            Lines lines,
            Messages messages,
            ConsentLedger consent,
            Bell bell,
            Audit audit,
            Sealer sealer,
            SendingSettings settings) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.messages = messages;
        this.consent = consent;
        this.bell = bell;
        this.audit = audit;
        this.sealer = sealer;
        this.settings = settings;
    }

    /** What the carrier's answer to the call means. */
    @Transactional
    public void record(MessageId id, SendOutcome outcome, Instant now) {
        onItsLine(id, (message, line) -> {
            switch (outcome) {
                case Accepted(var carrierId) -> sent(message, line, carrierId, now);
                case Refused(var status, var code) -> refused(message, line, status, code, now);
                case Uncertain(var how) -> uncertain(message, line, how, now);
            }
        });
    }

    /** An attempt that left no outcome: a crash, or a call that outlived every time-out. It may have gone; it is not sent again (S6). */
    @Transactional
    public void lost(MessageId id, Instant now, Instant machineNow) {
        onItsLine(id, (message, line) -> {
            var until = message.sendingUntil();
            if (message.state() == MessageState.SENDING && until != null && !until.isAfter(machineNow)) {
                uncertain(message, line, "lost", now);
            }
        });
    }

    /** The carrier's list shows it. */
    @Transactional
    public void found(MessageId id, String carrierId, Instant now) {
        onItsLine(id, (message, line) -> sent(message, line, carrierId, now));
    }

    /** Its window ended without a sign of it. */
    @Transactional
    public void unknown(MessageId id, Instant now) {
        onItsLine(id, (message, line) -> {
            if (message.state() == MessageState.UNCERTAIN) {
                move(message, MessageState.UNKNOWN, now);
                tellUncertain(message, line, true, now);
            }
        });
    }

    /**
     * A status callback.
     *
     * @return whether the token is one of ours
     */
    @Transactional
    public boolean receipt(
            String token, @Nullable String carrierId, CarrierStatus status, @Nullable Integer errorCode, Instant now) {
        var id = messages.byCallback(sealer.lookup(token));
        id.ifPresent(message ->
                onItsLine(message, (found, line) -> receipt(found, line, carrierId, status, errorCode, now)));
        return id.isPresent();
    }

    private void receipt(
            Message message,
            Line line,
            @Nullable String carrierId,
            CarrierStatus status,
            @Nullable Integer errorCode,
            Instant now) {
        var known = message.carrierId();
        if (known != null && carrierId != null && !known.equals(carrierId)) {
            log.atWarn()
                    .addKeyValue("message", message.id())
                    .log("A status callback names another carrier id; it is left aside");
            return;
        }
        if (status.rank() <= message.receiptRank()) {
            return;
        }
        jdbc.sql("UPDATE message SET receipt_rank = :rank, carrier_id = coalesce(carrier_id, :carrier) WHERE id = :id")
                .param("rank", status.rank())
                .param("carrier", carrierId, Types.VARCHAR)
                .param("id", message.id().value())
                .update();
        var taken = sent(message, line, carrierId, now);
        switch (status.state()) {
            case DELIVERED -> delivered(taken, line, now);
            case UNDELIVERED -> undelivered(taken, line, errorCode, now);
            // The carrier has it and says no more yet.
            case SENT, QUEUED, SENDING, REFUSED, UNCERTAIN, UNKNOWN, SKIPPED -> {}
        }
    }

    /** The carrier has it; told once. Returns the message as it is now. */
    private Message sent(Message message, Line line, @Nullable String carrierId, Instant now) {
        if (message.state().mayBecome(MessageState.SENT)) {
            move(message, MessageState.SENT, now);
            tell(
                    message,
                    patient ->
                            messages.tell(message, new MessageSent(message.id(), patient, line.id(), carrierId, now)));
            afterSending(message, line);
        }
        if (carrierId != null && message.carrierId() == null) {
            jdbc.sql("UPDATE message SET carrier_id = :carrier WHERE id = :id")
                    .param("carrier", carrierId)
                    .param("id", message.id().value())
                    .update();
        }
        return messages.lock(message.id()).orElseThrow();
    }

    private void delivered(Message message, Line line, Instant now) {
        if (message.state().mayBecome(MessageState.DELIVERED)) {
            move(message, MessageState.DELIVERED, now);
            lines.works(line.id());
            tell(
                    message,
                    patient -> messages.tell(message, new MessageDelivered(message.id(), patient, line.id(), now)));
        }
    }

    private void undelivered(Message message, Line line, @Nullable Integer code, Instant now) {
        if (message.state().mayBecome(MessageState.UNDELIVERED)) {
            move(message, MessageState.UNDELIVERED, now);
            failed(message, line, code, now);
        }
    }

    private void refused(Message message, Line line, int status, int code, Instant now) {
        if (CarrierCode.isTooFast(status, code) && message.state() == MessageState.SENDING) {
            backToQueue(message, now);
        } else if (message.state().mayBecome(MessageState.REFUSED)) {
            move(message, MessageState.REFUSED, now);
            failed(message, line, code, now);
            afterSending(message, line);
        }
    }

    private void failed(Message message, Line line, @Nullable Integer code, Instant now) {
        tell(
                message,
                patient -> messages.tell(
                        message,
                        new MessageUndelivered(message.id(), patient, line.id(), code, now, message.author())));
        if (code == null) {
            return;
        }
        jdbc.sql("UPDATE message SET error_code = :code WHERE id = :id")
                .param("code", code)
                .param("id", message.id().value())
                .update();
        if (CarrierCode.isOptOut(code)) {
            consent.optOut(line, ConsentChannel.CARRIER, null, now);
        } else if (CarrierCode.isBadNumber(code)) {
            lines.refuse(line.id(), code, now);
        }
    }

    private void uncertain(Message message, Line line, String how, Instant now) {
        if (message.state() != MessageState.SENDING) {
            return; // A callback was quicker and knows.
        }
        log.atWarn()
                .addKeyValue("message", message.id())
                .addKeyValue("how", how)
                .log("Nobody knows whether the carrier took a text; it is not sent again");
        move(message, MessageState.UNCERTAIN, now);
        tellUncertain(message, line, false, now);
        afterSending(message, line);
    }

    /** Certainly not taken, and only for now. It goes again as a new attempt inside its window, or not at all. */
    private void backToQueue(Message message, Instant now) {
        var doublings = Math.min(Math.max(message.attempts() - 1, 0), LONGEST_BACK_OFF_DOUBLINGS);
        var wait = settings.backOff().multipliedBy(1L << doublings);
        var jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1));
        var again = now.plus(wait).plus(jitter);
        var closes = message.window().closesAt();
        jdbc.sql("""
                UPDATE message
                   SET state = 'QUEUED', due_at = :again, waits_for = :reason, callback_lookup = NULL,
                       sending_until = NULL, claimed_until = NULL
                 WHERE id = :id
                """)
                .param("again", at(again.isBefore(closes) ? again : closes))
                .param("reason", WaitsFor.CARRIER.name())
                .param("id", message.id().value())
                .update();
        audit(message, "MessageBackInQueue", now);
    }

    private void move(Message message, MessageState to, Instant now) {
        if (!message.state().mayBecome(to)) {
            throw new IllegalStateException("A message that is " + message.state() + " can't become " + to);
        }
        jdbc.sql("""
                UPDATE message
                   SET state = :state, settled_at = coalesce(settled_at, :now),
                       settled_no = coalesce(settled_no, nextval('deed')), look_at = sending_since
                 WHERE id = :id
                """)
                .param("state", to.name())
                .param("now", at(now))
                .param("id", message.id().value())
                .update();
        audit(message, "Message" + camel(to), now);
    }

    /** The line is free, and if it was the opt-in, others may follow it. */
    private void afterSending(Message message, Line line) {
        if (message.purpose() == Purpose.OPT_IN) {
            messages.lookAgain(line.id(), line.patientIds());
        }
        bell.ring();
    }

    private void tellUncertain(Message message, Line line, boolean settled, Instant now) {
        tell(
                message,
                patient ->
                        messages.tell(message, new MessageUncertain(message.id(), patient, line.id(), settled, now)));
    }

    private static void tell(Message message, Consumer<PatientId> receipt) {
        Optional.ofNullable(message.patientId()).ifPresent(receipt);
    }

    private void audit(Message message, String what, Instant now) {
        audit.record(
                now,
                MACHINE,
                what,
                "message/" + message.id(),
                Map.of("kind", message.kind().name()));
    }

    private static String camel(MessageState state) {
        return state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void onItsLine(MessageId id, Deed deed) {
        var line = messages.find(id).map(Message::lineId).map(lines::lock);
        if (line.isEmpty()) {
            throw new IllegalStateException("A message that was sent has a line");
        }
        deed.on(messages.lock(id).orElseThrow(), line.get());
    }

    /** What is done with a message and its line under both locks. */
    private interface Deed {
        void on(Message message, Line line);
    }
}
