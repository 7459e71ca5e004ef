package aftercare.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.consent.Consent;
import aftercare.messaging.gate.Gate;
import aftercare.messaging.gate.Reading;
import aftercare.messaging.gate.ReplyStanding;
import aftercare.messaging.requests.MessageKind;
import aftercare.messaging.requests.WaitsFor;
import aftercare.messaging.sending.Decision.Send;
import aftercare.messaging.sending.Decision.Skip;
import aftercare.messaging.sending.Decision.Wait;
import aftercare.schemas.ReplyId;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.SkipReason;
import aftercare.schemas.messaging.Window;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingPolicyTest {
    private static final Instant OPENS = Instant.parse("2026-03-07T14:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-03-07T20:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-07T17:00:00Z");
    private static final Window WINDOW = new Window(OPENS, CLOSES);
    private static final Instant ASKED = OPENS.minus(Duration.ofDays(1));
    private static final Recipient WILLING = new Recipient(true, false, true, false, Consent.GRANTED, true, null);
    private static final Gate CLOSED = new Gate(false, true, false, true);
    private static final Gate UNREAD = new Gate(true, false, false, false);
    private static final Gate LOGISTICS_ONLY = new Gate(false, false, true, false);
    private static final SendingPolicy POLICY = new SendingPolicy(Duration.ofMinutes(2));

    @Test
    void a_text_that_nothing_speaks_against_is_sent() {
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, Gate.OPEN, NOON)).isEqualTo(new Send());
    }

    @Test
    void the_window_is_its_first_instant_and_not_its_last() {
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, Gate.OPEN, OPENS)).isEqualTo(new Send());
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, Gate.OPEN, CLOSES.minusMillis(1)))
                .isEqualTo(new Send());
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, Gate.OPEN, CLOSES))
                .isEqualTo(new Skip(SkipReason.WINDOW_CLOSED));
    }

    @Test
    void before_the_window_it_waits_for_it() {
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, Gate.OPEN, OPENS.minusSeconds(1)))
                .isEqualTo(new Wait(OPENS, WaitsFor.WINDOW));
    }

    @Test
    void an_opt_out_is_skipped_at_once_also_before_the_window() {
        assertThat(decide(text(Purpose.LOGISTICS), consent(Consent.OPTED_OUT), Gate.OPEN, ASKED))
                .isEqualTo(new Skip(SkipReason.OPTED_OUT));
    }

    @Test
    void the_dead_get_no_texts() {
        var dead = new Recipient(true, true, true, false, Consent.GRANTED, true, null);
        assertThat(decide(text(Purpose.LOGISTICS), dead, Gate.OPEN, NOON)).isEqualTo(new Skip(SkipReason.DECEASED));
    }

    @Test
    void without_consent_it_is_skipped_but_a_fresh_order_gives_a_grant_on_its_way_two_minutes() {
        assertThat(decide(text(Purpose.OPT_IN), consent(Consent.NONE), Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.NO_CONSENT));
        var fresh = new Candidate(MessageKind.REQUESTED, Purpose.OPT_IN, WINDOW, NOON, false, null);
        assertThat(decide(fresh, consent(Consent.NONE), Gate.OPEN, NOON.plusSeconds(119)))
                .isEqualTo(new Wait(NOON.plusSeconds(120), WaitsFor.CONSENT));
        assertThat(decide(fresh, consent(Consent.NONE), Gate.OPEN, NOON.plusSeconds(120)))
                .isEqualTo(new Skip(SkipReason.NO_CONSENT));
    }

    @Test
    void the_opt_in_goes_first() {
        var unconfirmed = new Recipient(true, false, true, false, Consent.GRANTED, false, null);
        assertThat(decide(text(Purpose.LOGISTICS), unconfirmed, Gate.OPEN, NOON))
                .isEqualTo(new Wait(CLOSES, WaitsFor.OPT_IN));
        assertThat(decide(text(Purpose.OPT_IN), unconfirmed, Gate.OPEN, NOON)).isEqualTo(new Send());
    }

    @Test
    void an_order_may_come_before_the_chart() {
        var stranger = new Recipient(false, false, false, false, Consent.NONE, false, null);
        assertThat(decide(text(Purpose.OPT_IN), stranger, Gate.OPEN, NOON)).isEqualTo(new Wait(CLOSES, WaitsFor.CHART));
        assertThat(decide(text(Purpose.OPT_IN), stranger, Gate.OPEN, CLOSES))
                .isEqualTo(new Skip(SkipReason.WINDOW_CLOSED));
    }

    @Test
    void a_missing_or_refused_number_is_skipped() {
        var numberless = new Recipient(true, false, false, false, Consent.NONE, false, null);
        var refused = new Recipient(true, false, true, true, Consent.GRANTED, true, null);
        assertThat(decide(text(Purpose.CHECK_IN), numberless, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.NO_NUMBER));
        assertThat(decide(text(Purpose.CHECK_IN), refused, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.NUMBER_REFUSED));
    }

    @Test
    void a_held_text_waits_and_is_skipped_as_held_when_its_window_ends() {
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, CLOSED, NOON)).isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
        assertThat(decide(text(Purpose.CHECK_IN), WILLING, CLOSED, CLOSES)).isEqualTo(new Skip(SkipReason.HELD));
    }

    @Test
    void a_concern_lets_logistics_through() {
        assertThat(decide(text(Purpose.LOGISTICS), WILLING, LOGISTICS_ONLY, NOON))
                .isEqualTo(new Send());
        assertThat(decide(text(Purpose.EDUCATION), WILLING, LOGISTICS_ONLY, NOON))
                .isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
    }

    @Test
    void an_answer_goes_only_to_a_routine_reply() {
        assertThat(decide(answer(standing(reading(Level.ROUTINE, null))), WILLING, Gate.OPEN, NOON))
                .isEqualTo(new Send());
        assertThat(decide(answer(standing()), WILLING, Gate.OPEN, NOON)).isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
        assertThat(decide(answer(null), WILLING, Gate.OPEN, NOON)).isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
    }

    @Test
    void no_machine_answers_a_concern_or_a_crisis_even_after_a_human_let_go() {
        assertThat(decide(answer(standing(reading(Level.CONCERN, Urgency.NEXT))), WILLING, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.HELD));
        assertThat(decide(answer(standing(reading(Level.CRISIS, null))), WILLING, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.HELD));
    }

    @Test
    void no_machine_answers_a_reply_that_was_unscreened_even_when_a_late_verdict_is_routine() {
        var late = new ReplyStanding(ReplyId.random(), List.of(reading(Level.ROUTINE, null)), NOON, null);
        assertThat(decide(answer(late), WILLING, Gate.OPEN, NOON)).isEqualTo(new Skip(SkipReason.HELD));
    }

    @Test
    void the_answer_to_a_routine_reply_waits_while_a_newer_reply_is_unread() {
        assertThat(decide(answer(standing(reading(Level.ROUTINE, null))), WILLING, UNREAD, NOON))
                .isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
    }

    @Test
    void what_staff_cancelled_is_skipped_and_what_was_asked_for_later_is_not() {
        assertThat(decide(text(Purpose.CHECK_IN), cancelledAt(ASKED), Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.CANCELLED_BY_STAFF));
        assertThat(decide(text(Purpose.CHECK_IN), cancelledAt(ASKED.minusMillis(1)), Gate.OPEN, NOON))
                .isEqualTo(new Send());
    }

    @Test
    void a_keyword_is_answered_after_routine_or_a_mere_concern_without_any_consent() {
        var nobody = new Recipient(true, false, true, false, Consent.NONE, true, null);
        assertThat(decide(help(standing(reading(Level.ROUTINE, null))), nobody, Gate.OPEN, NOON))
                .isEqualTo(new Send());
        assertThat(decide(help(standing(reading(Level.CONCERN, Urgency.SOON))), nobody, LOGISTICS_ONLY, NOON))
                .isEqualTo(new Send());
    }

    @Test
    void a_keyword_in_a_crisis_is_never_answered() {
        assertThat(decide(help(standing(reading(Level.CRISIS, null))), WILLING, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.HELD));
        assertThat(decide(help(standing(reading(Level.CONCERN, Urgency.NOW))), WILLING, Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.HELD));
    }

    @Test
    void a_keyword_waits_for_its_verdict_and_for_an_open_case() {
        assertThat(decide(help(standing()), WILLING, UNREAD, NOON)).isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
        assertThat(decide(help(standing(reading(Level.ROUTINE, null))), WILLING, CLOSED, NOON))
                .isEqualTo(new Wait(CLOSES, WaitsFor.GATE));
        assertThat(decide(help(standing(reading(Level.ROUTINE, null))), WILLING, CLOSED, CLOSES))
                .isEqualTo(new Skip(SkipReason.HELD));
    }

    @Test
    void what_a_colleague_typed_passes_every_gate_and_needs_no_consent() {
        assertThat(decide(typed(), WILLING, CLOSED, NOON)).isEqualTo(new Send());
        assertThat(decide(typed(), WILLING, UNREAD, NOON)).isEqualTo(new Send());
        assertThat(decide(typed(), consent(Consent.NONE), CLOSED, NOON)).isEqualTo(new Send());
        assertThat(decide(typed(), cancelledAt(CLOSES), Gate.OPEN, NOON)).isEqualTo(new Send());
    }

    @Test
    void what_a_colleague_typed_reaches_nobody_who_stopped_texts_died_or_has_no_number_and_is_never_late() {
        assertThat(decide(typed(), consent(Consent.OPTED_OUT), Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.OPTED_OUT));
        assertThat(decide(
                        typed(), new Recipient(true, true, true, false, Consent.GRANTED, true, null), Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.DECEASED));
        assertThat(decide(
                        typed(),
                        new Recipient(true, false, false, false, Consent.GRANTED, true, null),
                        Gate.OPEN,
                        NOON))
                .isEqualTo(new Skip(SkipReason.NO_NUMBER));
        assertThat(decide(
                        typed(), new Recipient(true, false, true, true, Consent.GRANTED, true, null), Gate.OPEN, NOON))
                .isEqualTo(new Skip(SkipReason.NUMBER_REFUSED));
        assertThat(decide(typed(), WILLING, Gate.OPEN, CLOSES)).isEqualTo(new Skip(SkipReason.WINDOW_CLOSED));
    }

    private static Decision decide(Candidate text, Recipient recipient, Gate gate, Instant now) {
        return POLICY.decide(text, recipient, gate, now);
    }

    private static Candidate text(Purpose purpose) {
        return new Candidate(MessageKind.REQUESTED, purpose, WINDOW, ASKED, false, null);
    }

    private static Candidate answer(@Nullable ReplyStanding answered) {
        return new Candidate(MessageKind.REQUESTED, Purpose.ANSWER, WINDOW, ASKED, true, answered);
    }

    private static Candidate typed() {
        return new Candidate(MessageKind.TYPED, Purpose.ANSWER, WINDOW, ASKED, false, null);
    }

    private static Candidate help(ReplyStanding answered) {
        return new Candidate(MessageKind.HELP, Purpose.ANSWER, WINDOW, ASKED, true, answered);
    }

    private static Recipient consent(Consent consent) {
        return new Recipient(true, false, true, false, consent, true, null);
    }

    private static Recipient cancelledAt(Instant at) {
        return new Recipient(true, false, true, false, Consent.GRANTED, true, at);
    }

    private static ReplyStanding standing(Reading... readings) {
        return new ReplyStanding(ReplyId.random(), List.of(readings), null, null);
    }

    private static Reading reading(Level level, @Nullable Urgency urgency) {
        return new Reading(level, urgency, NOON);
    }
}
