package aftercare.journeys.scores;

/** What a clinician should look at on the same day. None of these is a crisis by itself. */
public enum LowMoodRule {
    /** A mood of 2 or less. */
    LOW_MOOD,
    /** A mood of 4 or more below the patient's own median of the 14 days before. */
    MOOD_DROP,
    /** Four moods within 28 days, none above the one before it, the last 3 or more below the first. */
    FALLING_TREND,
    /** A PHQ-9 of 20 or more. */
    PHQ9_SEVERE,
    /** A PHQ-9 of 5 or more above the last one. */
    PHQ9_RISE
}
