package aftercare.messaging.sending;

import aftercare.messaging.consent.Consent;
import aftercare.messaging.gate.Gate;
import aftercare.messaging.requests.WaitsFor;
import aftercare.messaging.sending.Decision.Send;
import aftercare.messaging.sending.Decision.Skip;
import aftercare.messaging.sending.Decision.Wait;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a text may be said now: the one place that knows. Asked under the line's lock, immediately before the call.
 *
 * @param consentWithin how long a fresh order waits for a grant that may be on its way by another topic
 */
record SendingPolicy(Duration consentWithin) {

    Decision decide(Candidate text, Recipient recipient, Gate gate, Instant now) {
        return switch (text.kind()) {
            case REQUESTED -> decideRequested(text, recipient, gate, now);
            case HELP, OPT_OUT_CONFIRMATION -> decideKeywordAnswer(text, recipient, gate, now);
            case TYPED -> decideTyped(text, recipient, now);
        };
    }

    /** A person's own words pass the gate and every hold: S1 and S5 are about machines. An opt-out stops them too (S7). */
    private static Decision decideTyped(Candidate text, Recipient recipient, Instant now) {
        if (recipient.deceased()) {
            return new Skip(SkipReason.DECEASED);
        }
        if (recipient.consent() == Consent.OPTED_OUT) {
            return new Skip(SkipReason.OPTED_OUT);
        }
        if (!recipient.reachable()) {
            return new Skip(SkipReason.NO_NUMBER);
        }
        if (recipient.refused()) {
            return new Skip(SkipReason.NUMBER_REFUSED);
        }
        return over(text.window(), now) ? new Skip(SkipReason.WINDOW_CLOSED) : new Send();
    }

    private Decision decideRequested(Candidate text, Recipient recipient, Gate gate, Instant now) {
        if (recipient.deceased()) {
            return new Skip(SkipReason.DECEASED);
        }
        if (cancelled(text, recipient)) {
            return new Skip(SkipReason.CANCELLED_BY_STAFF);
        }
        if (recipient.consent() == Consent.OPTED_OUT) {
            return new Skip(SkipReason.OPTED_OUT);
        }
        if (over(text.window(), now)) {
            return new Skip(tooLate(text, recipient, gate));
        }
        if (!recipient.known()) {
            return new Wait(text.window().closesAt(), WaitsFor.CHART);
        }
        if (!recipient.reachable()) {
            return new Skip(SkipReason.NO_NUMBER);
        }
        if (recipient.refused()) {
            return new Skip(SkipReason.NUMBER_REFUSED);
        }
        if (!text.window().holds(now)) {
            return new Wait(text.window().opensAt(), WaitsFor.WINDOW);
        }
        if (recipient.consent() == Consent.NONE) {
            return withoutConsent(text, now);
        }
        return decideSayable(text, recipient, gate);
    }

    /** Everything about the patient allows it; what is left is what was said on the line (S1, S5) and the order of things. */
    private static Decision decideSayable(Candidate text, Recipient recipient, Gate gate) {
        if (!gate.opensFor(text.purpose())) {
            return new Wait(text.window().closesAt(), WaitsFor.GATE);
        }
        if (text.answersReply()) {
            var answered = text.answered();
            if (answered == null || answered.level().isEmpty()) {
                return new Wait(text.window().closesAt(), WaitsFor.GATE);
            }
            if (!answered.isRoutine()) {
                return new Skip(SkipReason.HELD);
            }
        }
        if (text.purpose() != Purpose.OPT_IN && !recipient.confirmed()) {
            return new Wait(text.window().closesAt(), WaitsFor.OPT_IN);
        }
        return new Send();
    }

    /** HELP and the opt-out confirmation need no consent, and a CONCERN does not stop them; a reply that pages somebody does (S1). */
    private static Decision decideKeywordAnswer(Candidate text, Recipient recipient, Gate gate, Instant now) {
        var answered = text.answered();
        if (answered == null || answered.pages()) {
            return new Skip(SkipReason.HELD);
        }
        if (over(text.window(), now)) {
            return new Skip(gate.opensForKeywordAnswer() ? SkipReason.WINDOW_CLOSED : SkipReason.HELD);
        }
        if (!recipient.reachable()) {
            return new Skip(SkipReason.NO_NUMBER);
        }
        return gate.opensForKeywordAnswer() && answered.level().isPresent()
                ? new Send()
                : new Wait(text.window().closesAt(), WaitsFor.GATE);
    }

    private Decision withoutConsent(Candidate text, Instant now) {
        var until = text.requestedAt().plus(consentWithin);
        return now.isBefore(until)
                ? new Wait(earlier(until, text.window().closesAt()), WaitsFor.CONSENT)
                : new Skip(SkipReason.NO_CONSENT);
    }

    private static SkipReason tooLate(Candidate text, Recipient recipient, Gate gate) {
        if (recipient.known() && !recipient.reachable()) {
            return SkipReason.NO_NUMBER;
        }
        return gate.opensFor(text.purpose()) ? SkipReason.WINDOW_CLOSED : SkipReason.HELD;
    }

    private static boolean cancelled(Candidate text, Recipient recipient) {
        var cancelledAt = recipient.cancelledAt();
        return cancelledAt != null && !text.requestedAt().isAfter(cancelledAt);
    }

    private static boolean over(Window window, Instant now) {
        return !now.isBefore(window.closesAt());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
