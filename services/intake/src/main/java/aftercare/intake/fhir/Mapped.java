package aftercare.intake.fhir;

/**
 * What a resource says.
 *
 * @param unmapped whether no rule knew what the visit is for
 */
record Mapped<T>(T says, boolean unmapped) {}
