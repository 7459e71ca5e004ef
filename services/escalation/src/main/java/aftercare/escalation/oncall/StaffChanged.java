package aftercare.escalation.oncall;

/** Somebody came, left or has another number. */
public record StaffChanged() {}
