package aftercare.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
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

    @Test
    void the_first_to_take_a_case_has_it_and_the_second_is_told_who() {
        var taken = new Acknowledged(ROSA, NOW, false);

        assertThat(new Open().take(ROSA, NOW)).isEqualTo(new Taken(taken));
        assertThat(taken.take(SAM, NOW.plusSeconds(1))).isEqualTo(new AlreadyTaken(ROSA, NOW));
        assertThat(taken.take(ROSA, NOW.plusSeconds(1))).isEqualTo(new AlreadyYours(taken, false));
    }

    @Test
    void a_case_whose_owner_went_quiet_may_be_taken_over() {
        var quiet = new Acknowledged(ROSA, NOW, false).lapse();

        assertThat(quiet.needsSomeone()).isTrue();
        assertThat(quiet.take(SAM, NOW)).isEqualTo(new TakenOver(ROSA, new Acknowledged(SAM, NOW, false)));
        assertThat(quiet.take(ROSA, NOW.plusSeconds(9)))
                .isEqualTo(new AlreadyYours(new Acknowledged(ROSA, NOW, false), true));
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
    void a_patient_who_was_not_reached_is_not_an_ending() {
        assertThat(resolution(Disposition.UNREACHABLE_CONTINUING, NOW.plusSeconds(60))
                        .refusal(NOW))
                .contains(Resolution.Refusal.NOT_AN_ENDING);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void every_ending_but_a_false_alarm_needs_the_next_contact(Disposition disposition) {
        var without = resolution(disposition, null).refusal(NOW);

        if (disposition.endsCase() && disposition.needsNextContact()) {
            assertThat(without).contains(Resolution.Refusal.NO_NEXT_CONTACT);
        } else if (disposition.endsCase()) {
            assertThat(without).isEmpty();
        }
    }

    @Test
    void the_next_contact_lies_ahead() {
        assertThat(resolution(Disposition.REACHED_PASSIVE_SI, NOW.minus(Duration.ofHours(1)))
                        .refusal(NOW))
                .contains(Resolution.Refusal.IN_THE_PAST);
    }

    private static Resolution resolution(Disposition disposition, @Nullable Instant next) {
        return new Resolution(disposition, "note", null, next, HoldChoice.RELEASE, null);
    }
}
