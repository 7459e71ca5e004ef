package aftercare.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Resolution.Refusal;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.HoldChoice;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStateTest {
    private static final Instant NOW = Instant.parse("2026-03-04T02:14:00Z");
    private static final StaffId ROSA = new StaffId("rosa");
    private static final StaffId SAM = new StaffId("sam");
    private static final StaffId MIRA = new StaffId("mira");

    @Test
    void the_first_to_take_a_case_has_it_and_the_second_is_told_who() {
        var taken = new Acknowledged(ROSA, NOW, Grip.FIRM);

        assertThat(new Open().take(ROSA, NOW)).isEqualTo(new Taken(taken));
        assertThat(taken.take(SAM, NOW.plusSeconds(1))).isEqualTo(new AlreadyTaken(ROSA, NOW));
        assertThat(taken.take(ROSA, NOW.plusSeconds(1))).isEqualTo(new AlreadyYours(taken, false));
    }

    @Test
    void a_case_whose_owner_went_quiet_may_be_taken_over() {
        var quiet = new Acknowledged(ROSA, NOW, Grip.FIRM).lapse();

        assertThat(quiet.needsSomeone()).isTrue();
        assertThat(quiet.take(SAM, NOW)).isEqualTo(new TakenOver(ROSA, new Acknowledged(SAM, NOW, Grip.FIRM)));
        assertThat(quiet.take(ROSA, NOW.plusSeconds(9)))
                .isEqualTo(new AlreadyYours(new Acknowledged(ROSA, NOW, Grip.FIRM), true));
        assertThat(quiet.worked(SAM)).isEqualTo(quiet);
        assertThat(quiet.worked(ROSA).needsSomeone()).isFalse();
    }

    @Test
    void a_resolved_case_is_taken_by_nobody_and_lapses_never() {
        var resolved = new Resolved(ROSA, NOW);

        assertThat(resolved.take(SAM, NOW)).isEqualTo(new AlreadyResolved(ROSA, NOW));
        assertThat(resolved.lapse()).isEqualTo(resolved);
    }

    @Test
    void whoever_is_on_the_phone_has_it_and_the_owner_loses_it_unless_they_are_on_the_phone_themselves() {
        var taken = new Acknowledged(ROSA, NOW, Grip.FIRM);
        var onPhone = new Acknowledged(SAM, NOW, Grip.ON_PHONE);

        assertThat(new Open().claim(SAM, NOW)).isEqualTo(new Taken(onPhone));
        assertThat(taken.claim(SAM, NOW)).isEqualTo(new TakenOver(ROSA, onPhone));
        assertThat(onPhone.claim(ROSA, NOW.plusSeconds(1))).isEqualTo(new AlreadyTaken(SAM, NOW));
        assertThat(onPhone.called(SAM).claim(ROSA, NOW)).isInstanceOf(TakenOver.class);
        assertThat(onPhone.lapse().claim(ROSA, NOW)).isInstanceOf(TakenOver.class);
        assertThat(new Resolved(ROSA, NOW).claim(SAM, NOW)).isEqualTo(new AlreadyResolved(ROSA, NOW));
    }

    @Test
    void an_offered_case_stays_with_its_owner_until_the_colleague_takes_it() {
        var taken = new Acknowledged(ROSA, NOW, Grip.FIRM);

        assertThat(new Open().offer(ROSA, SAM, NOW)).isEqualTo(new Offering.NobodyHasIt());
        assertThat(taken.offer(SAM, MIRA, NOW)).isEqualTo(new Offering.NotYours(ROSA, NOW));
        var offered = offered(taken);
        assertThat(offered.by()).isEqualTo(ROSA);
        assertThat(offered.needsSomeone()).isFalse();
        assertThat(offered.take(MIRA, NOW)).isEqualTo(new AlreadyTaken(ROSA, NOW));
        assertThat(offered.take(SAM, NOW)).isEqualTo(new TakenOver(ROSA, new Acknowledged(SAM, NOW, Grip.FIRM)));
        assertThat(offered.take(ROSA, NOW)).isEqualTo(new AlreadyYours(offered, false));
    }

    @Test
    void a_declined_or_withdrawn_offer_is_gone_and_nobody_else_declines_it() {
        var taken = new Acknowledged(ROSA, NOW, Grip.FIRM);
        var offered = offered(taken);

        assertThat(offered.decline(SAM)).isEqualTo(new Declining.Declined(ROSA, SAM, taken));
        assertThat(offered.decline(ROSA)).isEqualTo(new Declining.Declined(ROSA, SAM, taken));
        assertThat(offered.decline(MIRA)).isEqualTo(new Declining.NothingOffered());
        assertThat(taken.decline(SAM)).isEqualTo(new Declining.NothingOffered());
    }

    private static Acknowledged offered(Acknowledged taken) {
        return ((Offering.Offered) taken.offer(ROSA, SAM, NOW)).state();
    }

    @Test
    void a_patient_who_was_not_reached_is_not_an_ending() {
        assertThat(resolution(Disposition.UNREACHABLE_CONTINUING, NOW.plusSeconds(60))
                        .refusal(NOW))
                .contains(Refusal.NOT_AN_ENDING);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void every_ending_but_a_false_alarm_needs_whom_level_plan_and_the_next_contact(Disposition disposition) {
        var tomorrow = NOW.plus(Duration.ofDays(1));
        if (!disposition.endsCase() || disposition == Disposition.NO_RISK_FOUND) {
            assertThat(resolution(disposition, tomorrow).refusal(NOW)).isPresent();
        } else if (disposition.needsNextContact()) {
            assertThat(of(disposition, null, RiskLevel.LOW, "plan", tomorrow).refusal(NOW))
                    .contains(Refusal.NOBODY_SPOKEN_WITH);
            assertThat(of(disposition, "Jo", null, "plan", tomorrow).refusal(NOW))
                    .contains(Refusal.NO_LEVEL);
            assertThat(of(disposition, "Jo", RiskLevel.LOW, " ", tomorrow).refusal(NOW))
                    .contains(Refusal.NO_PLAN);
            assertThat(resolution(disposition, null).refusal(NOW)).contains(Refusal.NO_NEXT_CONTACT);
            assertThat(resolution(disposition, tomorrow).refusal(NOW)).isEmpty();
        } else {
            assertThat(of(disposition, null, null, null, null).refusal(NOW)).isEmpty();
        }
    }

    @Test
    void a_welfare_check_says_what_came_of_it_and_a_duplicate_which_case_goes_on() {
        assertThat(bare(Disposition.WELFARE_CHECK_REQUESTED).refusal(NOW)).contains(Refusal.NO_WELFARE_OUTCOME);
        assertThat(bare(Disposition.DUPLICATE).refusal(NOW)).contains(Refusal.NO_OTHER_CASE);
    }

    @Test
    void a_date_to_come_lies_ahead() {
        var anHourAgo = NOW.minus(Duration.ofHours(1));

        assertThat(resolution(Disposition.REACHED_PASSIVE_SI, anHourAgo).refusal(NOW))
                .contains(Refusal.IN_THE_PAST);
        assertThat(new NoRisk(NoRisk.Reason.IDIOM, NoRisk.RestsOn.THREAD, null, HoldChoice.KEEP, anHourAgo)
                        .refusal(NOW))
                .contains(Refusal.IN_THE_PAST);
    }

    private static Resolution resolution(Disposition disposition, @Nullable Instant next) {
        return of(disposition, "the patient", RiskLevel.MODERATE, "safety plan", next);
    }

    private static Resolution of(
            Disposition disposition,
            @Nullable String whom,
            @Nullable RiskLevel level,
            @Nullable String plan,
            @Nullable Instant next) {
        return new Resolution(
                disposition, "note", whom, level, plan, next, WelfareCheck.SEEN_SAFE, "K7", HoldChoice.RELEASE, null);
    }

    private static Resolution bare(Disposition disposition) {
        return new Resolution(disposition, "note", null, null, null, null, null, null, HoldChoice.RELEASE, null);
    }
}
