package aftercare.messaging.inbound;

import aftercare.messaging.inbound.InboundText.Source;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SmsCarrier;
import aftercare.platform.twilio.SmsCarrier.Sent;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the carrier for texts to our number that no webhook ever brought: after a while without us, it gives up calling, and its list is the
 * only place that still has the text.
 */
@Component
class LossNet {
    private static final Logger log = LoggerFactory.getLogger(LossNet.class);
    private static final Duration BACK = Duration.ofHours(12);
    private static final String RECEIVED = "received";
    private static final String WITH_PICTURE = "MM";

    private final Inbound inbound;
    private final Replies replies;
    private final SmsCarrier carrier;
    private final String ourNumber;
    private final ClinicClock clock;
    private final MachineClock machine;

    LossNet(
            Inbound inbound,
            Replies replies,
            SmsCarrier carrier,
            @Value("${messaging.from}") String ourNumber,
            ClinicClock clock,
            MachineClock machine) {
        this.inbound = inbound;
        this.replies = replies;
        this.carrier = carrier;
        this.ourNumber = ourNumber;
        this.clock = clock;
        this.machine = machine;
    }

    /** Returns 0: what it finds is no queue to go on with. */
    int look() {
        var now = machine.instant();
        carrier.sentTo(ourNumber, now.minus(BACK)).stream()
                .filter(sent -> RECEIVED.equals(sent.status()))
                .map(LossNet::toText)
                .filter(text -> replies.seen(text).isEmpty())
                .forEach(text -> take(text, now));
        return 0;
    }

    private void take(InboundText text, Instant machineNow) {
        var reply = inbound.take(text, clock.instant(), machineNow);
        log.atWarn().addKeyValue("reply", reply).log("A text that no webhook brought was found in the carrier's list");
    }

    private static InboundText toText(Sent sent) {
        return new InboundText(
                Source.LOSS_NET,
                sent.carrierId(),
                null,
                sent.from(),
                sent.body(),
                sent.carrierId().startsWith(WITH_PICTURE) ? 1 : 0,
                null);
    }
}
