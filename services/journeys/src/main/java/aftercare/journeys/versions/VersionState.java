package aftercare.journeys.versions;

/** Where a version stands. A draft has no number yet. */
enum VersionState {
    /** In force. */
    PUBLISHED,
    /** Takes effect by itself. */
    SCHEDULED,
    RETIRED
}
