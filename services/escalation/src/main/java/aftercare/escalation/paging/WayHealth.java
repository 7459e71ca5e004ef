package aftercare.escalation.paging;

import aftercare.escalation.alarms.AlarmKind;
import aftercare.escalation.alarms.Alarms;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.oncall.ContactKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whether each way takes pages (S10). Some failures in a row are an alarm; one that goes through ends it. */
@Component
class WayHealth {
    private static final int FAILURES_THAT_ALARM = 3;

    private final Alarms alarms;
    private final Map<ContactKind, Integer> failuresInARow = new ConcurrentHashMap<>();

    WayHealth(Alarms alarms) {
        this.alarms = alarms;
    }

    void works(ContactKind way) {
        failuresInARow.remove(way);
        Facts.afterCommit(() -> alarms.clear(alarm(way), about(way)));
    }

    void failed(ContactKind way) {
        if (failuresInARow.merge(way, 1, Integer::sum) >= FAILURES_THAT_ALARM) {
            Facts.afterCommit(() -> alarms.raise(alarm(way), about(way)));
        }
    }

    private static AlarmKind alarm(ContactKind way) {
        return switch (way) {
            case SMS, VOICE -> AlarmKind.CARRIER_REFUSES;
            case EMAIL -> AlarmKind.MAIL_REFUSES;
            case WEBHOOK -> AlarmKind.WEBHOOKS_REFUSE;
        };
    }

    private static String about(ContactKind way) {
        return switch (way) {
            case SMS -> "texts";
            case VOICE -> "calls";
            case EMAIL -> "e-mail";
            case WEBHOOK -> "webhooks";
        };
    }
}
