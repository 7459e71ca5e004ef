package aftercare.schemas.messaging;

/** How consent was given or taken back. */
public enum ConsentChannel {
    OFFER,
    KEYWORD,
    FREE_TEXT,
    STAFF,
    CARRIER
}
