package aftercare.schemas.clinic;

/** How much a text may say on a lock screen. */
public enum ContentLevel {
    /** No drug name, diagnosis or score. */
    DISCREET,
    /** The patient agreed to detailed texts. */
    DETAILED
}
