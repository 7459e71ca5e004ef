package aftercare.schemas.clinic;

import aftercare.schemas.Sealed;

/** A number in E.164, sealed with field {@code numbers/<index>}. Rank 1 is preferred. */
public record PatientNumber(Sealed number, NumberUse use, int rank) {}
