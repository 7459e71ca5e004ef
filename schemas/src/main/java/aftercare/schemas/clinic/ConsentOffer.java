package aftercare.schemas.clinic;

import java.time.Instant;

/** Consent that the clinic reports: a grant offered once, which never undoes an opt-out (S7). */
public record ConsentOffer(ConsentBasis basis, ContentLevel contentLevel, Instant offeredAt) {}
