package aftercare.schemas.escalation;

/** What a hold holds. */
public enum HoldScope {
    ALL,
    ALL_BUT_LOGISTICS
}
