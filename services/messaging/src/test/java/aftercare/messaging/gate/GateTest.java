package aftercare.messaging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.ReplyId;
import aftercare.schemas.escalation.HoldScope;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    private static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);

    @Test
    void nothing_said_leaves_it_open() {
        assertThat(Gate.of(List.of(), List.of(), List.of())).isEqualTo(Gate.OPEN);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_reply_without_a_verdict_closes_it_for_everything(Purpose purpose) {
        assertThat(gate(reply(null, null)).opensFor(purpose)).isFalse();
        assertThat(gate(reply(null, null)).opensForKeywordAnswer()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void routine_opens_it(Purpose purpose) {
        assertThat(gate(reply(null, null, routine(NOON))).opensFor(purpose)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void concern_lets_only_logistics_through(Purpose purpose) {
        assertThat(gate(reply(null, null, concern(Urgency.SOON, NOON))).opensFor(purpose))
                .isEqualTo(purpose == Purpose.LOGISTICS);
    }

    @Test
    void a_concern_that_pages_holds_logistics_too_before_its_case_is_heard_of() {
        assertThat(gate(reply(null, null, concern(Urgency.NOW, NOON))).opensFor(Purpose.LOGISTICS))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void crisis_holds_everything_until_a_human_lets_go(Purpose purpose) {
        assertThat(gate(reply(null, null, crisis(NOON))).opensFor(purpose)).isFalse();
        assertThat(gate(reply(null, ONE, crisis(NOON))).opensFor(purpose)).isTrue();
    }

    @Test
    void a_lower_verdict_lowers_nothing() {
        assertThat(gate(reply(null, null, crisis(NOON), routine(ONE))).opensFor(Purpose.LOGISTICS))
                .isFalse();
    }

    @Test
    void a_release_covers_what_was_known_then_and_not_a_higher_verdict_after_it() {
        assertThat(gate(reply(null, ONE, concern(Urgency.NEXT, NOON), crisis(TWO)))
                        .opensFor(Purpose.LOGISTICS))
                .isFalse();
    }

    @Test
    void a_release_that_overtakes_the_verdict_it_is_about_still_counts() {
        assertThat(gate(reply(null, TWO, crisis(ONE))).opensFor(Purpose.EDUCATION))
                .isTrue();
    }

    @Test
    void a_late_routine_does_not_open_what_was_unscreened() {
        assertThat(gate(reply(NOON, null, routine(ONE))).opensFor(Purpose.LOGISTICS))
                .isFalse();
        assertThat(gate(reply(NOON, TWO, routine(ONE))).opensFor(Purpose.LOGISTICS))
                .isTrue();
    }

    @Test
    void a_human_opens_what_was_never_screened() {
        assertThat(gate(reply(NOON, null)).opensFor(Purpose.CHECK_IN)).isFalse();
        assertThat(gate(reply(NOON, ONE)).opensFor(Purpose.CHECK_IN)).isTrue();
    }

    @Test
    void a_release_before_the_watch_marks_a_reply_does_not_open_it() {
        assertThat(gate(reply(TWO, ONE)).opensFor(Purpose.CHECK_IN)).isFalse();
    }

    @Test
    void one_closed_reply_among_open_ones_is_enough() {
        assertThat(gate(reply(null, null, routine(NOON)), reply(null, null)).opensFor(Purpose.ANSWER))
                .isFalse();
    }

    @Test
    void an_open_case_holds_everything_and_resolving_it_releases_nothing() {
        assertThat(withCase(NOON, null, null).opensFor(Purpose.LOGISTICS)).isFalse();
        assertThat(withCase(NOON, ONE, null).opensFor(Purpose.LOGISTICS)).isFalse();
        assertThat(withCase(NOON, ONE, ONE).opensFor(Purpose.LOGISTICS)).isTrue();
    }

    @Test
    void a_released_case_that_is_still_open_holds() {
        assertThat(withCase(NOON, null, ONE).opensFor(Purpose.LOGISTICS)).isFalse();
    }

    @Test
    void a_case_reopened_after_its_release_holds_again() {
        assertThat(withCase(TWO, ONE, ONE).opensFor(Purpose.LOGISTICS)).isFalse();
    }

    @Test
    void a_release_heard_before_the_case_it_ends_leaves_the_gate_open() {
        assertThat(withCase(null, ONE, ONE)).isEqualTo(Gate.OPEN);
        assertThat(withCase(NOON, ONE, ONE)).isEqualTo(Gate.OPEN);
    }

    @Test
    void a_hold_holds_its_scope_until_it_is_released() {
        assertThat(withHold(HoldScope.ALL, null).opensFor(Purpose.LOGISTICS)).isFalse();
        assertThat(withHold(HoldScope.ALL_BUT_LOGISTICS, null).opensFor(Purpose.LOGISTICS))
                .isTrue();
        assertThat(withHold(HoldScope.ALL_BUT_LOGISTICS, null).opensFor(Purpose.EDUCATION))
                .isFalse();
        assertThat(withHold(HoldScope.ALL, ONE).opensFor(Purpose.EDUCATION)).isTrue();
    }

    @Test
    void keyword_answers_pass_a_mere_concern_and_nothing_worse() {
        assertThat(gate(reply(null, null, concern(Urgency.SOON, NOON))).opensForKeywordAnswer())
                .isTrue();
        assertThat(gate(reply(null, null, concern(Urgency.NOW, NOON))).opensForKeywordAnswer())
                .isFalse();
        assertThat(gate(reply(null, null, crisis(NOON))).opensForKeywordAnswer())
                .isFalse();
        assertThat(withCase(NOON, null, null).opensForKeywordAnswer()).isFalse();
    }

    private static Gate gate(ReplyStanding... replies) {
        return Gate.of(List.of(replies), List.of(), List.of());
    }

    private static Gate withCase(
            @Nullable Instant openedAt, @Nullable Instant resolvedAt, @Nullable Instant releasedAt) {
        return Gate.of(List.of(), List.of(new CaseStanding(openedAt, resolvedAt, releasedAt)), List.of());
    }

    private static Gate withHold(HoldScope scope, @Nullable Instant releasedAt) {
        return Gate.of(List.of(), List.of(), List.of(new HoldStanding(scope, NOON, releasedAt)));
    }

    private static ReplyStanding reply(
            @Nullable Instant unscreenedAt, @Nullable Instant releasedAt, Reading... readings) {
        return new ReplyStanding(ReplyId.random(), List.of(readings), unscreenedAt, releasedAt);
    }

    private static Reading routine(Instant at) {
        return new Reading(Level.ROUTINE, null, at);
    }

    private static Reading concern(Urgency urgency, Instant at) {
        return new Reading(Level.CONCERN, urgency, at);
    }

    private static Reading crisis(Instant at) {
        return new Reading(Level.CRISIS, null, at);
    }
}
