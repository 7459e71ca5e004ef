package aftercare.journeys.wording;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a writer of texts should know before a patient reads them. */
public final class Lint {
    private static final List<WordRule> WORDS = WordRules.read();

    private Lint() {}

    /**
     * All that is to be said of one text, in the order of its words; what concerns the whole comes first.
     *
     * @param text as it is written, with its variables; parts that differ by route are filled in already
     * @param language ISO 639 code
     */
    public static List<Finding> of(String text, String language, Place place, ClinicSettings clinic) {
        return Stream.of(
                        DutyRules.findings(text, language, place, clinic),
                        ShapeRules.findings(text, language, place, clinic),
                        WORDS.stream().flatMap(rule -> rule.findings(text, language, place)))
                .flatMap(findings -> findings)
                .distinct()
                .sorted(Comparator.comparingInt(Finding::from))
                .toList();
    }
}
