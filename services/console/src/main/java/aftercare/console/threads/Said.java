package aftercare.console.threads;

import aftercare.console.remote.EscalationService.Finding;
import aftercare.console.remote.EscalationService.Mark;
import aftercare.console.remote.MessagingService.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One text as a thread shows it.
 *
 * @param reasons why it needs a human, in words
 * @param author who of staff typed it
 */
public record Said(
        String id,
        String from,
        List<Words> words,
        List<String> reasons,
        Instant at,
        String status,
        @Nullable String level,
        boolean crossed,
        @Nullable String author) {
    /** A thread without marks. */
    public static List<Said> plain(List<Text> thread) {
        return marked(thread, List.of());
    }

    /** A thread with what was found in each reply. */
    public static List<Said> marked(List<Text> thread, List<Finding> findings) {
        return thread.stream().map(text -> of(text, findings)).toList();
    }

    private static Said of(Text text, List<Finding> findings) {
        var own = findings.stream()
                .filter(finding -> finding.replyId().equals(text.id()))
                .toList();
        return new Said(
                text.id(),
                text.from(),
                Marking.of(text.text(), own.stream().flatMap(Said::marks).toList()),
                own.stream()
                        .flatMap(finding -> finding.reasons().stream())
                        .distinct()
                        .toList(),
                text.at(),
                text.status(),
                text.level(),
                text.crossed(),
                text.author());
    }

    private static Stream<Mark> marks(Finding finding) {
        return Objects.requireNonNullElse(finding.marks(), List.<Mark>of()).stream();
    }

    @Override
    public String toString() {
        return "Said[" + id + "]";
    }
}
