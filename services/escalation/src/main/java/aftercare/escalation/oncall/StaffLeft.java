package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;
import java.time.Instant;

/** Somebody works here no more; told inside the transaction that closes their account, so that whatever they had is freed with it. */
public record StaffLeft(StaffId staff, String by, Instant at) {}
