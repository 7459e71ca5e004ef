package aftercare.escalation.alarms;

import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffChanged;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.platform.access.Role;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the last resort anew whenever staff change. */
@Component
class LastResortKeeper {
    private static final Logger log = LoggerFactory.getLogger(LastResortKeeper.class);

    private final StaffRoster roster;
    private final LastResort lastResort;

    LastResortKeeper(StaffRoster roster, LastResort lastResort) {
        this.roster = roster;
        this.lastResort = lastResort;
    }

    @EventListener({StaffChanged.class, ApplicationReadyEvent.class})
    void rewrite() {
        var numbers = roster.all().stream()
                .filter(staff -> staff.roles().contains(Role.OPERATOR) || staff.isDirector())
                .map(Staff::number)
                .filter(Objects::nonNull)
                .toList();
        if (numbers.isEmpty()) {
            log.atError().log("No operator and no director has a number: an alarm would reach nobody's phone");
        } else {
            lastResort.keep(numbers);
        }
    }
}
