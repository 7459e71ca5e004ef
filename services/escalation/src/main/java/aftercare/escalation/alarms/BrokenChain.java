package aftercare.escalation.alarms;

import aftercare.platform.faults.ChainAlarms;
import org.springframework.stereotype.Component;

/** What the platform finds broken about events is an alarm like any other. */
@Component
class BrokenChain implements ChainAlarms {
    private final Alarms alarms;

    BrokenChain(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Told once for each time something breaks, and not of its end: each is a new alarm. */
    @Override
    public void raise(String kind, String about) {
        var subject = kind + " " + about;
        alarms.clear(AlarmKind.EVENTS_STUCK, subject);
        alarms.raise(AlarmKind.EVENTS_STUCK, subject);
    }
}
