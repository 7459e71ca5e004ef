package aftercare.escalation.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as a table for a spreadsheet (RFC 4180): one row for each week and shift, then one for each day. Times are seconds. */
final class Csv {
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "period",
                            "from",
                            "shift",
                            "cases",
                            "resolved",
                            "judged",
                            "false_alarms",
                            "false_alarm_share"),
                    Stream.concat(
                            Stream.of("first_page", "acknowledged", "first_call", "resolution")
                                    .flatMap(what -> Stream.of("count", "p50", "p90", "max")
                                            .map(measure -> what + "_" + measure)),
                            Stream.of("pages", "review_items", "other_work")))
            .toList();
    private static final int DAY_COLUMNS = 3;
    private static final int PERIOD_COLUMNS = COLUMNS.size() - DAY_COLUMNS;

    private Csv() {}

    static String of(Report report) {
        var rows = new ArrayList<List<?>>();
        rows.add(COLUMNS);
        rows.add(row("span", report.from(), report.all()));
        report.weeks().forEach(week -> rows.add(row("week", Objects.requireNonNull(week.week()), week)));
        report.days().forEach(day -> rows.add(row(day)));
        return rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static List<Object> row(String what, LocalDate from, Period period) {
        var row = new ArrayList<Object>(List.of(
                what,
                from,
                period.shift(),
                period.cases(),
                period.resolved(),
                period.judged(),
                period.falseAlarms(),
                text(period.falseAlarmShare())));
        Stream.of(period.firstPage(), period.acknowledged(), period.firstCall(), period.resolution())
                .flatMap(spread -> Stream.of(
                        String.valueOf(spread.count()), text(spread.p50()), text(spread.p90()), text(spread.max())))
                .forEach(row::add);
        row.addAll(List.of("", "", ""));
        return row;
    }

    private static List<Object> row(Day day) {
        var row = new ArrayList<Object>(List.of("day", day.day(), "ALL"));
        while (row.size() < PERIOD_COLUMNS) {
            row.add("");
        }
        row.addAll(List.of(day.pages(), day.reviewItems(), day.otherWork()));
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** No cell holds words of a person, so none needs quotes. */
    private static String line(List<?> cells) {
        return cells.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\r\n"));
    }
}
