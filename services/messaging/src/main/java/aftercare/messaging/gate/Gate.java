package aftercare.messaging.gate;

import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.messaging.Purpose;
import java.util.List;

/**
 * What may be sent to a number, or to a patient (S5). A reply without a verdict closes it; ROUTINE opens it; CONCERN lets logistics through;
 * CRISIS, UNSCREENED, an open case and a human's hold keep everything back until a named human lets go.
 */
public record Gate(boolean unread, boolean closed, boolean logisticsOnly, boolean caseOpen) {

    public static final Gate OPEN = new Gate(false, false, false, false);

    /** Where the gate stands, given everything that ever was said about it. */
    public static Gate of(List<ReplyStanding> replies, List<CaseStanding> cases, List<HoldStanding> holds) {
        var held = holds.stream().filter(HoldStanding::holds).toList();
        return new Gate(
                replies.stream().anyMatch(ReplyStanding::unread),
                replies.stream().anyMatch(ReplyStanding::closes)
                        || cases.stream().anyMatch(standing -> standing.open() || standing.holds())
                        || held.stream().anyMatch(hold -> hold.scope() == HoldScope.ALL),
                replies.stream().anyMatch(ReplyStanding::closesAllButLogistics)
                        || held.stream().anyMatch(hold -> hold.scope() == HoldScope.ALL_BUT_LOGISTICS),
                cases.stream().anyMatch(CaseStanding::open));
    }

    public boolean opensFor(Purpose purpose) {
        return !unread && !closed && (!logisticsOnly || purpose == Purpose.LOGISTICS);
    }

    /** The opt-out confirmation and HELP pass a mere CONCERN (S1). */
    public boolean opensForKeywordAnswer() {
        return !unread && !closed;
    }
}
