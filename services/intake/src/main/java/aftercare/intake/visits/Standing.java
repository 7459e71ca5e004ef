package aftercare.intake.visits;

/** Whether a visit stands. */
public enum Standing {
    /** Asked for, waiting, or not heard of: nobody is told. */
    TENTATIVE,
    BOOKED,
    CANCELLED,
    NO_SHOW
}
