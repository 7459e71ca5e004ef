package aftercare.escalation.cases;

/** What came of a welfare check. */
enum WelfareCheck {
    SEEN_SAFE,
    TRANSPORTED,
    NOT_FOUND
}
