package aftercare.screening.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The figures, in words and numbers. */
final class Report {
    private static final List<String> LABELS = List.of("CRISIS", "CONCERN", "ROUTINE", "OPT_OUT");
    private static final List<String> GOT = List.of("CRISIS", "NOW", "CONCERN", "ROUTINE", "OPT_OUT");
    private static final Set<String> URGENT = Set.of("medical_urgent", "harm_others_abuse");
    private final List<Outcome> outcomes;
    private final StringBuilder text = new StringBuilder();

    private Report(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    static String of(List<Outcome> outcomes, String version) {
        return new Report(outcomes).written(version);
    }

    private String written(String version) {
        line(String.format(Locale.ROOT, "%d labelled replies, engine %s", outcomes.size(), version));
        line("");
        share("CRISIS paged (sensitivity)", row -> row.is("CRISIS"), Outcome::isPaged);
        share("CRISIS paged or a human at once", row -> row.is("CRISIS"), Outcome::isPagedOrNow);
        share("CRISIS seen by no human (worst error)", row -> row.is("CRISIS"), row -> !row.reachesAHuman());
        share("CONCERN that reaches a human", row -> row.is("CONCERN"), Outcome::reachesAHuman);
        share("CONCERN paged as CRISIS", row -> row.is("CONCERN"), Outcome::isPaged);
        share("medical or violent danger: at once", row -> URGENT.contains(row.phenomenon()), Outcome::isPagedOrNow);
        share("ROUTINE paged (false pages)", row -> row.is("ROUTINE"), Outcome::isPaged);
        share(
                "ROUTINE sent to a human at once",
                row -> row.is("ROUTINE"),
                row -> row.got().equals("NOW"));
        share("ROUTINE kept routine", row -> row.is("ROUTINE"), row -> row.got().equals("ROUTINE"));
        share("OPT_OUT handled", row -> row.is("OPT_OUT"), row -> row.got().equals("OPT_OUT"));
        confusion();
        table("By phenomenon", Outcome::phenomenon);
        table("By language", Outcome::language);
        misses();
        return text.toString();
    }

    private void share(String name, Predicate<Outcome> among, Predicate<Outcome> counted) {
        line(String.format(
                Locale.ROOT,
                "%-40s %s",
                name,
                shareOf(outcomes.stream().filter(among).toList(), counted)));
    }

    private static Share shareOf(List<Outcome> rows, Predicate<Outcome> counted) {
        return new Share((int) rows.stream().filter(counted).count(), rows.size());
    }

    private void confusion() {
        line("");
        line(String.format(
                Locale.ROOT, "%-10s%9s%9s%9s%9s%9s", "label", "CRISIS", "NOW", "CONCERN", "ROUTINE", "OPT_OUT"));
        for (var label : LABELS) {
            var counts = outcomes.stream()
                    .filter(row -> row.is(label))
                    .collect(Collectors.groupingBy(Outcome::got, Collectors.counting()));
            line(String.format(
                    Locale.ROOT,
                    "%-10s%s",
                    label,
                    GOT.stream()
                            .map(got -> String.format(Locale.ROOT, "%9d", counts.getOrDefault(got, 0L)))
                            .collect(Collectors.joining())));
        }
    }

    private void table(String title, Function<Outcome, String> by) {
        line("");
        line(String.format(
                Locale.ROOT, "%-28s%6s%8s%10s%12s%14s", title, "rows", "right", "CRISIS", "paged", "paged or NOW"));
        new TreeMap<>(outcomes.stream().collect(Collectors.groupingBy(by))).forEach((name, rows) -> {
            var crisis = rows.stream().filter(row -> row.is("CRISIS")).toList();
            line(String.format(
                    Locale.ROOT,
                    "%-28s%6d%8d%10d%12d%14d",
                    name,
                    rows.size(),
                    rows.stream().filter(Outcome::isRight).count(),
                    crisis.size(),
                    crisis.stream().filter(Outcome::isPaged).count(),
                    crisis.stream().filter(Outcome::isPagedOrNow).count()));
        });
    }

    private void misses() {
        line("");
        line("CRISIS not paged, and ROUTINE paged (id: what it got)");
        outcomes.stream()
                .filter(row -> row.is("CRISIS") ? !row.isPaged() : row.is("ROUTINE") && row.isPaged())
                .forEach(row -> line(String.format(
                        Locale.ROOT, "  %-10s %-24s %s: %s", row.label(), row.phenomenon(), row.id(), row.got())));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
