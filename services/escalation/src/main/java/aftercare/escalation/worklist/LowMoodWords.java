package aftercare.escalation.worklist;

/** What a rule about scores found, in words for the list. A rule that is new here is still shown. */
final class LowMoodWords {
    private LowMoodWords() {}

    static String of(String rule) {
        return switch (rule) {
            case "LOW_MOOD" -> "Mood of 2 or less";
            case "MOOD_DROP" -> "Mood 4 or more below the patient's own median of 14 days";
            case "FALLING_TREND" -> "Mood falling over the last answers";
            case "PHQ9_SEVERE" -> "PHQ-9 of 20 or more";
            case "PHQ9_RISE" -> "PHQ-9 up by 5 or more since the last";
            default -> rule;
        };
    }
}
