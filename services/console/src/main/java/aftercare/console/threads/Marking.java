package aftercare.console.threads;

import aftercare.console.remote.EscalationService.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Cuts a text where its marks begin and end. A mark that does not fit the text is looked for by its words, and left out where they are not found. */
final class Marking {
    private Marking() {}

    static List<Words> of(String text, List<Mark> marks) {
        var cut = new ArrayList<Words>();
        var at = 0;
        for (var mark : marks.stream()
                .flatMap(mark -> placed(text, mark).stream())
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()))
                .toList()) {
            var start = Math.max(at, mark.start());
            if (start < mark.end()) {
                plain(text.substring(at, start)).forEach(cut::add);
                cut.add(new Words(text.substring(start, mark.end()), mark.rule()));
                at = mark.end();
            }
        }
        plain(text.substring(at)).forEach(cut::add);
        return cut;
    }

    private static Stream<Words> plain(String between) {
        return between.isEmpty() ? Stream.empty() : Stream.of(new Words(between, null));
    }

    private static Optional<Mark> placed(String text, Mark mark) {
        var words = mark.words();
        var fits = 0 <= mark.start() && mark.start() < mark.end() && mark.end() <= text.length();
        if (fits && (words == null || text.substring(mark.start(), mark.end()).equals(words))) {
            return Optional.of(mark);
        }
        if (words == null || words.isEmpty() || !text.contains(words)) {
            return Optional.empty();
        }
        var found = text.indexOf(words);
        return Optional.of(new Mark(found, found + words.length(), mark.rule(), words));
    }
}
