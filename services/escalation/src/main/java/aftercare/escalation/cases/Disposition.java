package aftercare.escalation.cases;

/** How a case can end. What every one but a false alarm needs is a date for the next contact. */
public enum Disposition {
    /** Nobody is at risk; a way out of its own. */
    NO_RISK_FOUND(true, false),
    REACHED_NO_SI(true, false),
    REACHED_PASSIVE_SI(true, true),
    REACHED_ACTIVE_NO_INTENT(true, true),
    REACHED_INTENT_OR_PLAN(true, true),
    SELF_HARM_OCCURRED(true, true),
    SAFETY_PLAN_UPDATED(true, true),
    SAME_DAY_EVALUATION(true, true),
    WARM_HANDOFF_988(true, true),
    MOBILE_CRISIS(true, true),
    ED_VOLUNTARY(true, true),
    DISPATCHED_911(true, true),
    WELFARE_CHECK_REQUESTED(true, true),
    /** Nobody was reached: the case goes on. */
    UNREACHABLE_CONTINUING(false, true),
    ALREADY_IN_CARE(true, true),
    THIRD_PARTY_OR_WRONG_NUMBER(true, false),
    DUPLICATE(true, false),
    DECEASED(true, false),
    /** It was an exercise, and that is over; nobody chooses it. */
    EXERCISE_OVER(false, false);

    private final boolean ending;
    private final boolean needingNextContact;

    Disposition(boolean ending, boolean needingNextContact) {
        this.ending = ending;
        this.needingNextContact = needingNextContact;
    }

    /** Whether a case may be resolved with it. */
    public boolean endsCase() {
        return ending;
    }

    public boolean needsNextContact() {
        return needingNextContact;
    }
}
