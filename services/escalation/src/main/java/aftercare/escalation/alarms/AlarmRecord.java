package aftercare.escalation.alarms;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.escalation.AlarmRaised;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an alarm to the audit trail and the other services, where that is possible. */
@Component
class AlarmRecord {
    private final Facts facts;

    AlarmRecord(Facts facts) {
        this.facts = facts;
    }

    @Transactional
    public void add(Alarm alarm) {
        var key = "alarm/" + alarm.kind();
        var event = new AlarmRaised(alarm.kind().name(), alarm.about(), alarm.at());
        facts.tell(key, event, Facts.MACHINE, key, Map.of("about", alarm.about()));
    }
}
