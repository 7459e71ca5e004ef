package aftercare.escalation.paging;

import aftercare.escalation.paging.Dispatches.Ringing;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.CallStatus;
import aftercare.platform.twilio.ListUnavailable;
import aftercare.platform.twilio.VoiceCarrier;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Asks the carrier about calls whose end it has not told, so that a lost receipt holds up nobody's rung. */
@Component
class CallWatch {
    private static final int BATCH = 20;

    private final Dispatches dispatches;
    private final PageOutcomes outcomes;
    private final VoiceCarrier carrier;
    private final VoiceSettings settings;
    private final MachineClock clock;

    CallWatch(
            Dispatches dispatches,
            PageOutcomes outcomes,
            VoiceCarrier carrier,
            VoiceSettings settings,
            MachineClock clock) {
        this.dispatches = dispatches;
        this.outcomes = outcomes;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    int look() {
        var now = clock.instant();
        var ringing = dispatches.claimRinging(now, settings.askAfter(), BATCH);
        ringing.forEach(call -> ask(call, now));
        return ringing.size();
    }

    private void ask(Ringing call, Instant now) {
        try {
            var status = carrier.statusOf(call.carrierId());
            if (status.isOver()) {
                outcomes.callEnded(call.token(), call.carrierId(), status);
            }
        } catch (ListUnavailable e) {
            if (now.isAfter(call.since().plus(settings.believedFor()))) {
                outcomes.callEnded(call.token(), call.carrierId(), CallStatus.UNKNOWN);
            }
        }
    }
}
