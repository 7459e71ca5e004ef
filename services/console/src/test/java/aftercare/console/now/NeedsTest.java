package aftercare.console.now;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.console.login.Staff;
import aftercare.console.remote.ColleagueService.MyPage;
import aftercare.console.remote.EscalationService.CaseRow;
import aftercare.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final Staff ROSA = new Staff("rosa", Set.of(Role.STAFF));

    @Test
    void what_i_was_paged_for_goes_before_what_is_older() {
        var needs = Needs.of(
                List.of(row("old", "OPEN", true, 0, null), row("paged", "OPEN", true, 60, null)),
                List.of(new MyPage("paged", 1, NOON)),
                ROSA);

        assertThat(needs.nobodys())
                .extracting(unowned -> unowned.about().escalationId())
                .containsExactly("paged", "old");
        assertThat(needs.nobodys().getLast().page()).isEmpty();
    }

    @Test
    void a_case_that_went_quiet_is_nobodys_also_when_it_was_mine() {
        var needs = Needs.of(List.of(row("quiet", "ACKNOWLEDGED", true, 0, "rosa")), List.of(), ROSA);

        assertThat(needs.nobodys()).hasSize(1);
        assertThat(needs.mine()).isEmpty();
        assertThat(needs.calm()).isFalse();
    }

    @Test
    void each_case_is_in_one_list() {
        var needs = Needs.of(
                List.of(
                        row("a", "ACKNOWLEDGED", false, 0, "rosa"),
                        row("b", "ACKNOWLEDGED", false, 0, "sam"),
                        row("c", "RESOLVED", false, 0, "rosa")),
                List.of(),
                ROSA);

        assertThat(needs.mine()).extracting(CaseRow::escalationId).containsExactly("a");
        assertThat(needs.others()).extracting(CaseRow::escalationId).containsExactly("b");
        assertThat(needs.over()).extracting(CaseRow::escalationId).containsExactly("c");
        assertThat(needs.nobodys()).isEmpty();
    }

    private static CaseRow row(String id, String state, boolean needs, int afterNoon, @Nullable String owner) {
        return new CaseRow(
                id,
                "K7",
                "line",
                List.of(),
                "CRISIS",
                state,
                needs,
                1,
                NOON.plusSeconds(afterNoon),
                owner,
                null,
                null,
                null,
                false,
                null,
                null);
    }
}
