package aftercare.messaging.consent;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A text that is nothing but a keyword. YES is none: it would collide with answers. */
public enum Keyword {
    STOP,
    START,
    HELP;

    private static final Map<Keyword, Set<String>> WORDS = Map.of(
            STOP,
            Set.of(
                    "STOP",
                    "STOPALL",
                    "STOP ALL",
                    "UNSUBSCRIBE",
                    "END",
                    "QUIT",
                    "REVOKE",
                    "OPTOUT",
                    "OPT OUT",
                    "OPT-OUT",
                    "CANCEL",
                    "ALTO",
                    "PARAR"),
            START,
            Set.of("START", "UNSTOP"),
            HELP,
            Set.of("HELP", "INFO", "AYUDA"));
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Punct}¡¿]+|[\\s\\p{Punct}]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The keyword that the whole text is, in any case and with any punctuation around it. */
    public static Optional<Keyword> in(String text) {
        var word = SPACES.matcher(AROUND.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .toUpperCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
