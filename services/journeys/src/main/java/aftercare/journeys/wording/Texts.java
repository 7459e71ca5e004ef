package aftercare.journeys.wording;

import java.util.Map;

/** One text in several languages, by ISO 639 code; English is always there. */
public record Texts(Map<String, String> byLanguage) {
    public static final String ENGLISH = "en";

    public Texts {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey(ENGLISH)) {
            throw new IllegalArgumentException("A text is there at least in English");
        }
    }

    /** The language that a patient who prefers {@code preferred} (such as {@code es-US}) gets. */
    public String languageFor(String preferred) {
        var code = preferred.split("[-_]", 2)[0].toLowerCase(java.util.Locale.ROOT);
        return byLanguage.containsKey(code) ? code : ENGLISH;
    }

    public String in(String preferred) {
        return java.util.Objects.requireNonNull(byLanguage.get(languageFor(preferred)));
    }
}
