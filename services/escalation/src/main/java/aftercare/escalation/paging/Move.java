package aftercare.escalation.paging;

import aftercare.escalation.oncall.Rung;

/** What is done about a pursuit that fell due. */
sealed interface Move {
    record PageStep(int round, int step, Rung rung, Pursuit next) implements Move {}

    /** Not one rung can be reached (S10). */
    record FindNobody(Pursuit next) implements Move {}

    record RemindOwner(Pursuit next) implements Move {}

    /** The owner stayed quiet: the policy pages again from its first step, now. */
    record LetLapse() implements Move {}
}
