package aftercare.screening.engine;

import aftercare.screening.text.TextReader;
import aftercare.screening.text.Token;
import aftercare.screening.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that are a carrier keyword and nothing else. */
final class Keywords {
    private final Map<String, Kind> kinds = new HashMap<>();

    Keywords(Map<String, List<String>> yaml, TextReader reader) {
        yaml.forEach((kind, texts) -> texts.forEach(text -> kinds.put(said(reader.read(text)), Kind.of(kind))));
    }

    Optional<Kind> kind(Words reply) {
        var said = said(reply);
        return Optional.ofNullable(kinds.get(said));
    }

    /** "STOP STOP" is said once. */
    private static String said(Words reply) {
        return String.join(
                " ",
                reply.tokens().stream()
                        .filter(token -> !token.isMark())
                        .map(Token::word)
                        .distinct()
                        .toList());
    }

    /** What the keyword asks for. */
    enum Kind {
        OPT_OUT,
        HELP,
        START;

        static Kind of(String name) {
            return switch (name) {
                case "opt-out" -> OPT_OUT;
                case "help" -> HELP;
                case "start" -> START;
                default -> throw new IllegalArgumentException("Not a kind of keyword: " + name);
            };
        }
    }
}
