package aftercare.messaging.threads;

import aftercare.messaging.gate.Gate;
import aftercare.messaging.gate.Gates;
import aftercare.messaging.lines.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What keeps texts from a line now, in words a screen can show. */
@Component
class ActiveHolds {
    private final Gates gates;

    ActiveHolds(Gates gates) {
        this.gates = gates;
    }

    /** Why texts are held. */
    enum Held {
        /** A reply has no level yet. */
        UNREAD,
        /** CRISIS, UNSCREENED, a case, or somebody's hold: nothing goes. */
        ALL,
        /** Logistics go, the rest waits. */
        ALL_BUT_LOGISTICS,
        CASE_OPEN
    }

    List<Held> on(Line line) {
        Set<Held> held = new LinkedHashSet<>(of(gates.at(line.id(), null)));
        line.patientIds().forEach(patient -> held.addAll(of(gates.at(line.id(), patient))));
        return List.copyOf(held);
    }

    private static List<Held> of(Gate gate) {
        var held = new ArrayList<Held>();
        if (gate.unread()) {
            held.add(Held.UNREAD);
        }
        if (gate.closed()) {
            held.add(Held.ALL);
        }
        if (gate.logisticsOnly()) {
            held.add(Held.ALL_BUT_LOGISTICS);
        }
        if (gate.caseOpen()) {
            held.add(Held.CASE_OPEN);
        }
        return held;
    }
}
