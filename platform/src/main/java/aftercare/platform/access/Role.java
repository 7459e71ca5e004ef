package aftercare.platform.access;

/** What a caller may do; checked by every service itself. */
public enum Role {
    STAFF,
    CLINICIAN,
    FRONT_DESK,
    ADMIN,
    OPERATOR,
    /** Another service, acting for itself. */
    SERVICE
}
