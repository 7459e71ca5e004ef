package aftercare.schemas.screening;

/** How soon a CONCERN must be seen. */
public enum Urgency {
    /** Pages, day and night. */
    NOW,
    /** Within two staffed hours. */
    SOON,
    /** Next staffed day, 10:00. */
    NEXT
}
