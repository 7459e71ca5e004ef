package aftercare.journeys.fixedanswers;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.SmsLength;
import aftercare.journeys.wording.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether words may stand as a fixed answer. */
record WordingPolicy(ClinicSettings clinic) {
    private static final List<String> NEVER_ON_A_LOCK_SCREEN =
            List.of("ketamin", "spravato", "depress", "depresi", "suicid");

    /** What is wrong, each with what would be right; nothing where all is well. */
    List<String> problems(String language, String words) {
        var variables = new Variables(clinic, null);
        var unfilled = variables.unfilled(words, language).toList();
        if (!unfilled.isEmpty()) {
            return List.of(language + " has variables that nothing fills: " + unfilled
                    + ". Only {clinic} and {phone} can be filled here.");
        }
        var text = variables.fill(words, language);
        var problems = new ArrayList<String>();
        if (text.isBlank() || SmsLength.of(text) > SmsLength.TWO_SEGMENTS) {
            problems.add(language + " is " + SmsLength.of(text) + " characters long. 1 to " + SmsLength.TWO_SEGMENTS
                    + " fit into two segments.");
        }
        SmsLength.firstForeign(text)
                .ifPresent(found -> problems.add(language + " holds \"" + found
                        + "\", which is not in the GSM alphabet. Write it without the accent or sign."));
        var lower = text.toLowerCase(Locale.ROOT);
        NEVER_ON_A_LOCK_SCREEN.stream()
                .filter(lower::contains)
                .findFirst()
                .ifPresent(word -> problems.add(language + " says too much for a lock screen (\"" + word + "\")."));
        return problems;
    }
}
