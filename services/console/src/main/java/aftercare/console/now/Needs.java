package aftercare.console.now;

import aftercare.console.login.Staff;
import aftercare.console.remote.ColleagueService.MyPage;
import aftercare.console.remote.EscalationService.CaseRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Today's cases, sorted by what they ask of the one who looks.
 *
 * @param nobodys cases that nobody has, those this person was paged for first, then the oldest
 * @param offered cases whose owner asks this person to take them
 * @param mine cases that this person has
 * @param others cases that a colleague has
 * @param over cases resolved today
 */
record Needs(
        List<Unowned> nobodys, List<CaseRow> offered, List<CaseRow> mine, List<CaseRow> others, List<CaseRow> over) {
    /** A case nobody has; {@code page}: how the one who looks was paged for it. */
    record Unowned(CaseRow about, Optional<MyPage> page) {}

    static Needs of(List<CaseRow> cases, List<MyPage> pages, Staff me) {
        var open = cases.stream().filter(row -> !row.state().equals("RESOLVED")).toList();
        return new Needs(
                open.stream()
                        .filter(CaseRow::needsSomeone)
                        .map(row -> new Unowned(row, pageFor(row, pages)))
                        .sorted(Comparator.comparing(
                                        (Unowned unowned) -> unowned.page().isEmpty())
                                .thenComparing(unowned -> unowned.about().openedAt()))
                        .toList(),
                open.stream()
                        .filter(row -> !row.needsSomeone() && me.is(row.offeredTo()))
                        .toList(),
                open.stream()
                        .filter(row -> !row.needsSomeone() && me.is(row.acknowledgedBy()))
                        .toList(),
                open.stream()
                        .filter(row -> !row.needsSomeone() && !me.is(row.acknowledgedBy()) && !me.is(row.offeredTo()))
                        .toList(),
                cases.stream().filter(row -> row.state().equals("RESOLVED")).toList());
    }

    private static Optional<MyPage> pageFor(CaseRow row, List<MyPage> pages) {
        return pages.stream()
                .filter(page -> page.escalationId().equals(row.escalationId()))
                .findFirst();
    }

    public boolean calm() {
        return nobodys.isEmpty() && offered.isEmpty() && mine.isEmpty();
    }
}
