package aftercare.escalation.cases;

/** Who is behind a case. */
public enum Origin {
    PATIENT,
    /** Nobody: an admin lets on-call practise, and every page says so. */
    DRILL,
    /** Nobody: the chain tries itself, and pages its own number only. */
    CANARY
}
