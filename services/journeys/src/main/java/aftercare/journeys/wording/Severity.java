package aftercare.journeys.wording;

/** How much a finding weighs. */
public enum Severity {
    /** The text can't be published. */
    ERROR,
    /** A human should look twice, and may leave it as it is. */
    WARNING
}
