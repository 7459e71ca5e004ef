package aftercare.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.oncall.Rung;
import aftercare.escalation.paging.Move.FindNobody;
import aftercare.escalation.paging.Move.LetLapse;
import aftercare.escalation.paging.Move.PageStep;
import aftercare.escalation.paging.Move.RemindOwner;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-04T02:14:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final StaffId ROSA = new StaffId("rosa");
    private static final StaffId SAM = new StaffId("sam");
    private static final StaffId MIRA = new StaffId("mira");
    private static final List<Rung> RUNGS = List.of(
            new Rung(List.of(ROSA), FIVE), new Rung(List.of(SAM), FIVE), new Rung(List.of(ROSA, SAM, MIRA), FIVE));

    private final PagingPolicy policy = new PagingPolicy(Duration.ofMinutes(15), 2, Duration.ofMinutes(1));

    @Test
    void each_step_names_the_next_and_its_time() {
        assertThat(policy.decide(Climb.start(NOW), RUNGS, NOW))
                .isEqualTo(new PageStep(1, 1, RUNGS.get(0), new Climb(1, 2, NOW.plus(FIVE))));
        assertThat(policy.decide(new Climb(1, 2, NOW), RUNGS, NOW))
                .isEqualTo(new PageStep(1, 2, RUNGS.get(1), new Climb(1, 3, NOW.plus(FIVE))));
    }

    @Test
    void after_the_last_step_a_new_round_begins_for_ever() {
        assertThat(policy.decide(new Climb(41, 3, NOW), RUNGS, NOW))
                .isEqualTo(new PageStep(41, 3, RUNGS.get(2), new Climb(42, 1, NOW.plus(FIVE))));
    }

    @Test
    void an_empty_rung_is_skipped_at_once() {
        var holes = List.of(new Rung(List.of(), FIVE), new Rung(List.of(SAM), FIVE), new Rung(List.of(), FIVE));

        assertThat(policy.decide(Climb.start(NOW), holes, NOW))
                .isEqualTo(new PageStep(1, 2, holes.get(1), new Climb(1, 3, NOW.plus(FIVE))));
        assertThat(policy.decide(new Climb(1, 3, NOW), holes, NOW))
                .isEqualTo(new PageStep(2, 2, holes.get(1), new Climb(2, 3, NOW.plus(FIVE))));
    }

    @Test
    void with_nobody_on_any_rung_it_tries_again_in_a_minute() {
        var nobody = List.of(new Rung(List.of(), FIVE), new Rung(List.of(), FIVE));

        assertThat(policy.decide(Climb.start(NOW), nobody, NOW))
                .isEqualTo(new FindNobody(new Climb(2, 1, NOW.plus(Duration.ofMinutes(1)))));
    }

    @Test
    void a_quiet_owner_is_reminded_twice_and_then_the_policy_pages_again() {
        var again = NOW.plus(Duration.ofMinutes(15));

        assertThat(policy.decide(new Remind(0, false, NOW), RUNGS, NOW))
                .isEqualTo(new RemindOwner(new Remind(1, false, again)));
        assertThat(policy.decide(new Remind(1, false, NOW), RUNGS, NOW))
                .isEqualTo(new RemindOwner(new Remind(2, false, again)));
        assertThat(policy.decide(new Remind(2, false, NOW), RUNGS, NOW)).isEqualTo(new LetLapse());
    }

    @Test
    void a_lost_page_makes_the_next_step_due_now_but_never_the_next_round() {
        assertThat(PagingPolicy.moveOn(new Climb(1, 2, NOW.plus(FIVE)), 1, 1, NOW))
                .isEqualTo(new Climb(1, 2, NOW));
        assertThat(PagingPolicy.moveOn(new Climb(2, 1, NOW.plus(FIVE)), 1, 3, NOW))
                .isEqualTo(new Climb(2, 1, NOW.plus(FIVE)));
    }

    @Test
    void old_news_of_a_lost_page_hurries_nobody() {
        var third = new Climb(1, 3, NOW.plus(FIVE));
        var taken = new Remind(0, false, NOW.plus(FIVE));

        assertThat(PagingPolicy.moveOn(third, 1, 1, NOW)).isEqualTo(third);
        assertThat(PagingPolicy.moveOn(taken, 1, 1, NOW)).isEqualTo(taken);
    }

    @Test
    void a_raised_case_pages_again_whoever_was_paged_in_this_round() {
        assertThat(PagingPolicy.pagedSoFar(new Climb(1, 1, NOW), RUNGS)).isEmpty();
        assertThat(PagingPolicy.pagedSoFar(new Climb(1, 3, NOW), RUNGS)).containsExactly(RUNGS.get(0), RUNGS.get(1));
        assertThat(PagingPolicy.pagedSoFar(new Climb(2, 1, NOW), RUNGS)).isEqualTo(RUNGS);
    }
}
