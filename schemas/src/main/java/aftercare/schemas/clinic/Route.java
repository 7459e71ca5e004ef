package aftercare.schemas.clinic;

/** How the dose is given. */
public enum Route {
    IV,
    IM,
    NASAL,
    ORAL,
    UNKNOWN
}
