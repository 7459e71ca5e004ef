package aftercare.intake.records;

/** What one version of a record says. */
public record Version<T>(Stamp stamp, T says) {}
