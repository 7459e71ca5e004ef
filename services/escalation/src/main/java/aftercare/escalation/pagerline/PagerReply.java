package aftercare.escalation.pagerline;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a colleague's text means. Only a plain "I take it" takes a case: "1 min, I am driving" does not. */
sealed interface PagerReply {

    /** {@code codes}: the cases named; none means every case paged to them. */
    record Take(List<String> codes) implements PagerReply {
        public Take {
            codes = List.copyOf(codes);
        }
    }

    record Words() implements PagerReply {}

    /** Spoken so: 1, "1.", 1 to take (it, all), 1 K7, K7 M2. */
    static PagerReply read(String body) {
        var said = Normalizer.normalize(body, Form.NFKC)
                .replaceAll("[\\uFE0F\\u20E3]", "")
                .replaceAll("[\\p{Punct}\\s]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
        if (Patterns.ONE.matcher(said).matches()) {
            return new Take(List.of());
        }
        return Patterns.CODES.matcher(said).matches()
                ? new Take(Stream.of(said.split(" "))
                        .filter(word -> !word.equals("1") && !word.equals("CODE"))
                        .toList())
                : new Words();
    }

    /** Held apart, since an interface's fields would be public. */
    final class Patterns {
        private static final Pattern ONE = Pattern.compile("1( TO)?( TAKE)?( IT| ALL)?");
        private static final Pattern CODES = Pattern.compile("(1 )?(CODE )?[A-Z][0-9]{1,2}( [A-Z][0-9]{1,2})*");

        private Patterns() {}
    }
}
