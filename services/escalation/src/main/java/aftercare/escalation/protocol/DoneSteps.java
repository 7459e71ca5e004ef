package aftercare.escalation.protocol;

import aftercare.schemas.EscalationId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How much of the protocol was done. */
@Component
public class DoneSteps {
    /** What needs a patient, a second contact or a second person can't be practised alone. */
    private static final Set<ProtocolStep> NOT_IN_A_DRILL =
            EnumSet.of(ProtocolStep.SECOND_CONTACT, ProtocolStep.SECOND_PERSON);

    public static final int ASKED_IN_A_DRILL = ProtocolStep.values().length - NOT_IN_A_DRILL.size();

    private final Protocol protocol;

    DoneSteps(Protocol protocol) {
        this.protocol = protocol;
    }

    public int inADrill(EscalationId id) {
        return (int) protocol.of(id).orElse(List.of()).stream()
                .filter(tick -> tick.done() && !NOT_IN_A_DRILL.contains(tick.step()))
                .count();
    }
}
