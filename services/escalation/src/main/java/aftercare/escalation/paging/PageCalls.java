package aftercare.escalation.paging;

import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages by phone, for whoever speaks on them. */
@Component
public class PageCalls {
    private final Dispatches dispatches;
    private final PageOutcomes outcomes;
    private final VoiceSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;

    PageCalls(
            Dispatches dispatches,
            PageOutcomes outcomes,
            VoiceSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.dispatches = dispatches;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** Something picked up. Empty when there is no such call. */
    @Transactional
    public Optional<PageCall> answered(String token, String carrierId) {
        var machineNow = machineClock.instant();
        dispatches.answered(token, carrierId, machineNow.plus(settings.askAfter()), clock.instant());
        return of(token);
    }

    public Optional<PageCall> of(String token) {
        return dispatches
                .withToken(token)
                .filter(call -> call.way() == ContactKind.VOICE)
                .map(call -> new PageCall(
                        call.id(), call.staffId(), outcomes.messageOf(call), call.drill(), call.trialOf()));
    }

    /** A person pressed a key: the page has reached them. */
    public void heard(PageCall call) {
        dispatches.heard(call.id(), machineClock.instant());
    }

    /** When they picked up, others had dealt with it. */
    public void moot(PageCall call) {
        dispatches.moot(call.id(), machineClock.instant());
    }
}
