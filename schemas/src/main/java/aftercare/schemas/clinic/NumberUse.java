package aftercare.schemas.clinic;

/** What a number is for. */
public enum NumberUse {
    MOBILE,
    HOME,
    WORK,
    OTHER
}
