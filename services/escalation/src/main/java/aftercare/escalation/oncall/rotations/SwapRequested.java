package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;

/** One colleague asks another to exchange shifts; told inside the transaction. */
public record SwapRequested(StaffId asking, StaffId asked) {}
