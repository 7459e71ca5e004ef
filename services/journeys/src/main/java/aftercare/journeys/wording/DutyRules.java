package aftercare.journeys.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a text must hold because of where it stands. */
final class DutyRules {
    private static final List<String> FOOTER = List.of("988", "911");
    private static final Map<String, String> RATES = Map.of(Texts.ENGLISH, "rates", "es", "tarifas");
    private static final String CLINIC = "{clinic}";

    private DutyRules() {}

    static Stream<Finding> findings(String text, String language, Place place, ClinicSettings clinic) {
        return Stream.of(
                        whoWrites(text, language, place, clinic),
                        wayOut(text, language, place),
                        footer(text, language, place))
                .flatMap(found -> found);
    }

    private static Stream<Finding> whoWrites(String text, String language, Place place, ClinicSettings clinic) {
        boolean first = place.kind() == Place.Kind.FIRST_TEXT;
        return text.contains(CLINIC) || text.contains(clinic.name())
                ? Stream.empty()
                : Stream.of(missing(
                        first ? Severity.ERROR : Severity.WARNING,
                        "SENDER",
                        language,
                        "does not name the clinic",
                        "Begin with {clinic}: so that the patient knows who writes."));
    }

    private static Stream<Finding> wayOut(String text, String language, Place place) {
        if (place.kind() != Place.Kind.FIRST_TEXT) {
            return Stream.empty();
        }
        var keywords = Stream.of("STOP", "HELP")
                .filter(word -> !text.contains(word))
                .map(
                        word -> missing(
                                Severity.ERROR,
                                word,
                                language,
                                "does not name " + word,
                                "The first text tells how to end the texts (STOP) and how to get help (HELP), in capitals: carriers ask for both."));
        var rates = RATES.getOrDefault(language, "");
        return text.toLowerCase(Locale.ROOT).contains(rates)
                ? keywords
                : Stream.concat(
                        keywords,
                        Stream.of(missing(
                                Severity.WARNING,
                                "RATES",
                                language,
                                "does not say that message and data rates may apply",
                                "Carriers ask for it in the first text: \"Msg & data rates may apply.\"")));
    }

    private static Stream<Finding> footer(String text, String language, Place place) {
        return switch (place.kind()) {
            case FIRST_TEXT, QUESTION, LEAD_IN ->
                FOOTER.stream()
                        .filter(number -> !text.contains(number))
                        .map(
                                number -> missing(
                                        Severity.ERROR,
                                        "FOOTER",
                                        language,
                                        "does not name " + number,
                                        "Whoever is asked may answer in a crisis: end with \"Not monitored 24/7. Crisis: call or text 988. Emergency: 911.\""));
            case STATEMENT -> Stream.empty();
        };
    }

    private static Finding missing(Severity severity, String rule, String language, String what, String mend) {
        return new Finding(severity, rule, language, 0, 0, what, mend);
    }
}
