package aftercare.escalation.oncall.rotations;

import java.time.Instant;

/** Whose turn it is may have changed; told inside the transaction that changed it. */
public record RotaChanged(Instant now) {}
