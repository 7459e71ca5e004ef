package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.util.Map;
import java.util.Set;

/**
 * Who has which turn at an instant.
 *
 * @param turns by rotation; a rotation where nobody can take the turn is not there
 * @param away who has time off
 */
public record Duty(Map<String, StaffId> turns, Set<StaffId> away) {
    static final Duty NONE = new Duty(Map.of(), Set.of());

    public Duty {
        turns = Map.copyOf(turns);
        away = Set.copyOf(away);
    }
}
