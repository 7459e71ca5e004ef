package aftercare.escalation.cases;

/** The risk as the human who spoke with the patient judged it; the C-SSRS screener's triage. */
enum RiskLevel {
    NONE,
    LOW,
    MODERATE,
    HIGH,
    /** Nobody could ask. */
    NOT_ASSESSED
}
