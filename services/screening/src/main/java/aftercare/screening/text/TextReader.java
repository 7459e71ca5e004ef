package aftercare.screening.text;

import java.util.ArrayList;
import java.util.List;

/** Reads a text as it was meant: words folded, spelled out, joined or parted where the writer did otherwise. */
public final class TextReader {
    private final Spelling spelling;
    private final Splitter splitter;
    private final Respeller respeller;

    public TextReader(Spelling spelling) {
        this.spelling = spelling;
        this.splitter = new Splitter(spelling);
        this.respeller = new Respeller(spelling);
    }

    public Words read(String text) {
        return new Words(respelled(splitter.split(text)));
    }

    /** The texts as one, oldest first; only words of the last have a place. A word cut in two by sending is put together again. */
    public Words readTogether(List<String> texts) {
        var all = new ArrayList<Token>();
        for (int i = 0; i < texts.size(); i++) {
            boolean last = i == texts.size() - 1;
            var tokens = splitter.split(texts.get(i)).stream()
                    .map(token -> last ? token : Token.elsewhere(token.word()))
                    .toList();
            if (!all.isEmpty()
                    && !tokens.isEmpty()
                    && cutInTwo(all.getLast().word(), tokens.getFirst().word())) {
                var head = all.removeLast();
                all.add(tokens.getFirst()
                        .withWord(head.word() + tokens.getFirst().word()));
                tokens = tokens.subList(1, tokens.size());
            }
            all.addAll(tokens);
        }
        return new Words(respelled(all));
    }

    /** How a pattern's words are read: folded and spelled out, never corrected. */
    public List<String> patternWords(String literal) {
        return splitter.split(literal).stream()
                .flatMap(token -> respeller.meant(token.word()).stream())
                .toList();
    }

    private boolean cutInTwo(String head, String tail) {
        return spelling.knows(head + tail) && !(spelling.knows(head) && spelling.knows(tail));
    }

    private List<Token> respelled(List<Token> tokens) {
        var result = new ArrayList<Token>();
        var spacedOut = SpacedLetters.join(tokens);
        for (int i = 0; i < spacedOut.size(); i++) {
            var token = spacedOut.get(i);
            switch (token.word()) {
                case "-", "/" -> {
                    if (betweenNumbers(spacedOut, i)) result.add(token);
                }
                default -> respeller.respell(token.word()).forEach(word -> result.add(token.withWord(word)));
            }
        }
        return result;
    }

    private static boolean betweenNumbers(List<Token> tokens, int i) {
        return i > 0 && i + 1 < tokens.size() && number(tokens.get(i - 1)) && number(tokens.get(i + 1));
    }

    private static boolean number(Token token) {
        return Character.isDigit(token.word().codePointAt(0));
    }
}
