package aftercare.console.escalations;

import aftercare.console.remote.EscalationService.CaseDetail;
import aftercare.console.remote.EscalationService.Page;
import aftercare.console.remote.EscalationService.Step;
import aftercare.console.remote.MessagingService.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened around a case.
 *
 * @param kind CASE, PAGE, CALL, NOTE, or TEXT
 * @param who a staff id, PATIENT or CLINIC, or a service
 * @param what a word that {@code messages.properties} knows
 * @param detail what else is to be said of it
 * @param note what a colleague wrote
 */
record Happening(
        Instant at,
        String kind,
        String who,
        String what,
        String detail,
        @Nullable String note) {
    /** What the case's own page says elsewhere, and what only machines read. */
    private static final Set<String> FOR_MACHINES = Set.of("cause", "categories", "reply", "staff", "versions");

    /** From the first text of the case's day on; texts are told of, their words stand in the thread. */
    static List<Happening> of(CaseDetail about, List<Text> thread) {
        var begin = about.findings().stream()
                .map(finding -> textOf(finding.replyId(), thread))
                .flatMap(List::stream)
                .map(Text::at)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(about.openedAt()))
                .orElse(about.openedAt());
        return Stream.of(
                        about.history().stream()
                                .filter(step -> !step.what().equals("Paged"))
                                .map(Happening::of),
                        about.pages().stream().map(Happening::of),
                        thread.stream()
                                .filter(text -> !text.at().isBefore(begin))
                                .map(Happening::of))
                .flatMap(happenings -> happenings)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private static List<Text> textOf(String replyId, List<Text> thread) {
        return thread.stream().filter(text -> text.id().equals(replyId)).toList();
    }

    private static Happening of(Step step) {
        var kind = step.note() == null ? "CASE" : step.what().equals("CALL") ? "CALL" : "NOTE";
        return new Happening(step.at(), kind, whom(step), step.what(), detail(step), step.note());
    }

    /** Of a page that failed the colleague it was for, not the service that tells so. */
    private static String whom(Step step) {
        return step.who().startsWith("service:") ? step.detail().getOrDefault("staff", step.who()) : step.who();
    }

    private static String detail(Step step) {
        return step.detail().entrySet().stream()
                .filter(entry -> !FOR_MACHINES.contains(entry.getKey()))
                .map(entry -> switch (entry.getKey()) {
                    case "way", "via" -> way(entry.getValue());
                    case "reasons" -> entry.getValue();
                    case "code" -> "code " + entry.getValue();
                    default -> words(entry.getValue());
                })
                .collect(Collectors.joining(", "));
    }

    private static Happening of(Page page) {
        var sentAt = page.sentAt();
        return new Happening(
                sentAt == null ? page.dueAt() : sentAt,
                "PAGE",
                page.staffId(),
                "Page." + page.kind(),
                way(page.way()) + ", round " + page.round() + ", step " + page.step() + ", " + words(page.state()),
                null);
    }

    private static Happening of(Text text) {
        var author = text.author();
        var level = text.level();
        return new Happening(
                text.at(),
                "TEXT",
                author == null ? text.from() : author,
                author == null ? "Text." + text.from() : "Text.TYPED",
                words(level == null ? text.status() : level),
                null);
    }

    private static String way(String way) {
        return switch (way) {
            case "SMS" -> "by text";
            case "VOICE" -> "by call";
            case "EMAIL" -> "by e-mail";
            case "CONSOLE" -> "in the console";
            default -> "by " + words(way);
        };
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
