package aftercare.schemas.clinic;

/** What a visit is for. Only a {@code SESSION} starts the post-dose journey. */
public enum VisitKind {
    SESSION,
    CONSULT,
    THERAPY,
    LAB,
    BILLING,
    OTHER
}
