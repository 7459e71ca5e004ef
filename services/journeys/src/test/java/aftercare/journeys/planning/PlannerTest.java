package aftercare.journeys.planning;

import static aftercare.journeys.planning.Told.find;
import static aftercare.journeys.planning.Told.only;
import static aftercare.journeys.planning.Told.windowOf;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.schemas.clinic.VisitKind;
import org.junit.jupiter.api.Test;

/** February 2026 in New York; sessions last one hour. */
class PlannerTest {

    @Test
    void the_opt_in_text_goes_at_once_by_day_and_at_nine_after_a_night() {
        var byDay = Told.of(Told.NEW_YORK).living().agreed("2026-02-02T10:00");
        var byNight = Told.of(Told.NEW_YORK).living().agreed("2026-02-02T22:15");

        assertThat(windowOf(byDay.planAt("2026-02-02T10:00"), "T01"))
                .isEqualTo(byDay.window("2026-02-02T10:00", "2026-02-02T20:00"));
        assertThat(windowOf(byNight.planAt("2026-02-02T22:15"), "T01"))
                .isEqualTo(byNight.window("2026-02-03T09:00", "2026-02-03T20:00"));
    }

    @Test
    void the_opt_in_text_is_planned_day_after_day_until_it_was_said_or_two_weeks_are_over() {
        var told = Told.ofConsentingPatient();

        assertThat(windowOf(told.planAt("2026-02-05T21:00"), "T01"))
                .isEqualTo(told.window("2026-02-06T09:00", "2026-02-06T20:00"));
        assertThat(only(told.planAt("2026-02-17T12:00"), "T01").dropped()).isEqualTo(DropReason.TOO_OLD);
    }

    @Test
    void a_receipt_waits_ten_minutes_for_the_booking_to_settle() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");

        assertThat(windowOf(told.planAt("2026-02-03T11:00"), "T02"))
                .isEqualTo(told.window("2026-02-03T11:10", "2026-02-03T20:00"));
    }

    @Test
    void a_booking_made_at_night_is_confirmed_in_the_morning() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T23:55");

        assertThat(windowOf(told.planAt("2026-02-03T23:56"), "T02"))
                .isEqualTo(told.window("2026-02-04T09:00", "2026-02-04T20:00"));
    }

    @Test
    void a_visit_cancelled_within_the_settle_delay_leaves_nothing_to_say() {
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .cancelled("a", "2026-02-20T14:00", "2026-02-03T11:04", 2);

        assertThat(told.planAt("2026-02-03T11:04").occasions())
                .filteredOn(occasion -> occasion.appointmentId() != null)
                .isNotEmpty()
                .allSatisfy(occasion -> assertThat(occasion.dropped()).isEqualTo(DropReason.VISIT_CANCELLED));
    }

    @Test
    void a_cancellation_of_a_visit_never_heard_of_plans_nothing() {
        var told = Told.ofConsentingPatient().cancelled("a", "2026-02-20T14:00", "2026-02-03T11:04", 2);

        assertThat(told.planAt("2026-02-03T11:05").occasions())
                .filteredOn(occasion -> occasion.appointmentId() != null)
                .noneMatch(Occasion::isPlanned);
    }

    @Test
    void preparation_goes_at_ten_the_day_before() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");

        assertThat(windowOf(told.planAt("2026-02-03T11:00"), "T06"))
                .isEqualTo(told.window("2026-02-19T10:00", "2026-02-19T18:00"));
    }

    @Test
    void preparation_for_a_visit_booked_on_the_day_before_waits_until_the_booking_settled() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-19T15:00");

        assertThat(windowOf(told.planAt("2026-02-19T15:00"), "T06"))
                .isEqualTo(told.window("2026-02-19T15:10", "2026-02-19T18:00"));
    }

    @Test
    void preparation_for_a_visit_booked_too_late_is_dropped() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-19T19:00");

        assertThat(only(told.planAt("2026-02-19T19:00"), "T06").dropped()).isEqualTo(DropReason.SHORT_NOTICE);
    }

    @Test
    void orientation_goes_six_days_before_the_first_session_or_five_and_never_later() {
        var sixDays = Told.ofConsentingPatient().booked("a", "2026-02-20T19:00", "2026-02-03T11:00");
        var fiveDays = Told.ofConsentingPatient().booked("a", "2026-02-20T19:00", "2026-02-14T18:30");
        var short_ = Told.ofConsentingPatient().booked("a", "2026-02-20T09:00", "2026-02-14T18:30");

        assertThat(windowOf(sixDays.planAt("2026-02-03T11:00"), "E01"))
                .isEqualTo(sixDays.window("2026-02-14T10:00", "2026-02-14T18:00"));
        assertThat(windowOf(fiveDays.planAt("2026-02-14T18:30"), "E01"))
                .isEqualTo(fiveDays.window("2026-02-15T10:00", "2026-02-15T18:00"));
        assertThat(only(short_.planAt("2026-02-14T18:30"), "E01").dropped()).isEqualTo(DropReason.SHORT_NOTICE);
    }

    @Test
    void only_the_first_session_has_an_orientation() {
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .booked("b", "2026-02-23T14:00", "2026-02-03T11:01");

        assertThat(only(told.planAt("2026-02-03T11:02"), "E01").appointmentId()).hasToString("a");
    }

    @Test
    void the_evening_check_goes_three_hours_after_discharge_but_not_before_five() {
        var early = atSession().completed("a", "2026-02-20T12:00");
        var usual = atSession().completed("a", "2026-02-20T15:20");

        assertThat(windowOf(early.planAt("2026-02-20T12:00"), "T10"))
                .isEqualTo(early.window("2026-02-20T17:00", "2026-02-20T20:00"));
        assertThat(windowOf(usual.planAt("2026-02-20T15:20"), "T10"))
                .isEqualTo(usual.window("2026-02-20T18:20", "2026-02-20T20:00"));
    }

    @Test
    void after_a_late_finish_the_evening_check_goes_in_the_morning() {
        var late = atSession().completed("a", "2026-02-20T17:00");
        var veryLate = atSession().completed("a", "2026-02-20T21:40");

        assertThat(windowOf(late.planAt("2026-02-20T17:00"), "T10"))
                .isEqualTo(late.window("2026-02-21T09:00", "2026-02-21T12:00"));
        assertThat(windowOf(veryLate.planAt("2026-02-20T21:40"), "T10"))
                .isEqualTo(veryLate.window("2026-02-21T09:00", "2026-02-21T12:00"));
    }

    @Test
    void silence_begins_at_eight_or_three_hours_after_a_late_window() {
        var evening = atSession().completed("a", "2026-02-20T15:20");
        var morning = atSession().completed("a", "2026-02-20T17:00");

        assertThat(only(evening.planAt("2026-02-20T15:20"), "T10").silentAt())
                .isEqualTo(evening.at("2026-02-20T20:00"));
        assertThat(only(morning.planAt("2026-02-20T17:00"), "T10").silentAt())
                .isEqualTo(morning.at("2026-02-21T15:00"));
        assertThat(only(evening.planAt("2026-02-20T15:20"), "T11").silentAt())
                .isEqualTo(evening.at("2026-02-21T20:00"));
    }

    @Test
    void the_next_day_check_opens_at_ten() {
        var told = atSession().completed("a", "2026-02-20T15:20");

        assertThat(windowOf(told.planAt("2026-02-20T15:20"), "T11"))
                .isEqualTo(told.window("2026-02-21T10:00", "2026-02-21T13:00"));
    }

    @Test
    void a_discharge_that_nobody_reports_is_presumed_two_hours_after_the_planned_end() {
        var told = atSession().arrived("a", "2026-02-20T13:50");

        var plan = told.planAt("2026-02-20T13:50");
        assertThat(windowOf(plan, "T10")).isEqualTo(told.window("2026-02-20T17:00", "2026-02-20T20:00"));
        assertThat(only(plan, "T10").why().event()).isEqualTo("discharge presumed");
        assertThat(windowOf(plan, "T11")).isEqualTo(told.window("2026-02-21T10:00", "2026-02-21T13:00"));
        assertThat(find(plan, "E11")).isEmpty();
    }

    @Test
    void the_fallback_falls_when_the_patient_turns_out_not_to_have_come() {
        var noShow =
                atSession().arrived("a", "2026-02-20T13:50").noShow("a", "2026-02-20T14:00", "2026-02-20T15:30", 2);
        var cancelled =
                atSession().arrived("a", "2026-02-20T13:50").cancelled("a", "2026-02-20T14:00", "2026-02-20T15:30", 2);

        assertThat(only(noShow.planAt("2026-02-20T15:31"), "T10").dropped()).isEqualTo(DropReason.NO_SHOW);
        assertThat(only(cancelled.planAt("2026-02-20T15:31"), "T10").dropped()).isEqualTo(DropReason.VISIT_CANCELLED);
    }

    @Test
    void a_no_show_who_came_late_after_all_is_checked_on() {
        var told = atSession()
                .noShow("a", "2026-02-20T14:00", "2026-02-20T14:20", 2)
                .arrived("a", "2026-02-20T14:40");

        assertThat(only(told.planAt("2026-02-20T14:41"), "T10").isPlanned()).isTrue();
    }

    @Test
    void an_arrival_entered_in_error_is_no_arrival() {
        var told = atSession()
                .arrived("a", "2026-02-20T13:50")
                .step(CheckInStep.ARRIVED, "a", "2026-02-20T13:50", "2026-02-20T13:55", 2, true);

        assertThat(find(told.planAt("2026-02-20T14:00"), "T10")).isEmpty();
    }

    @Test
    void a_check_in_that_everybody_forgot_is_shown_and_nothing_is_said() {
        var told = atSession();

        assertThat(find(told.planAt("2026-02-20T16:59"), "T10")).isEmpty();
        assertThat(told.planAt("2026-02-20T16:59").looksAgainAt()).contains(told.at("2026-02-20T17:00"));
        assertThat(only(told.planAt("2026-02-20T17:00"), "T10").dropped()).isEqualTo(DropReason.NO_CHECK_IN_SEEN);
    }

    @Test
    void a_check_in_without_an_appointment_is_a_session_presumed_over_after_three_hours() {
        var told = Told.ofConsentingPatient().started("x", "2026-02-20T14:30");

        assertThat(windowOf(told.planAt("2026-02-20T14:30"), "T10"))
                .isEqualTo(told.window("2026-02-20T17:30", "2026-02-20T20:00"));
    }

    @Test
    void an_arrival_at_an_earlier_time_of_a_visit_moved_since_counts_for_nothing() {
        var told = atSession()
                .arrived("a", "2026-02-20T13:50")
                .rescheduled("a", "2026-02-24T14:00", "2026-02-20T14:30", 2);

        assertThat(find(told.planAt("2026-02-20T15:00"), "T10")).isEmpty();
    }

    @Test
    void a_visit_with_a_new_time_is_told_and_prepared_for_anew() {
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .rescheduled("a", "2026-02-24T09:00", "2026-02-10T12:00", 2);

        var plan = told.planAt("2026-02-10T12:00");
        assertThat(find(plan, "T02")).isEmpty();
        assertThat(windowOf(plan, "T20")).isEqualTo(told.window("2026-02-10T12:10", "2026-02-10T20:00"));
        assertThat(windowOf(plan, "T06")).isEqualTo(told.window("2026-02-23T10:00", "2026-02-23T18:00"));
    }

    @Test
    void a_change_of_anything_else_leaves_the_plan_as_it_is() {
        var before = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");
        var plan = before.planAt("2026-02-10T12:00");
        before.visit(VisitChange.MODIFIED, "a", VisitKind.SESSION, "2026-02-20T14:00", "2026-02-10T11:00", 2);

        assertThat(before.planAt("2026-02-10T12:00")).isEqualTo(plan);
    }

    @Test
    void a_repeated_booking_does_not_undo_a_cancellation() {
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .cancelled("a", "2026-02-20T14:00", "2026-02-03T11:30", 2)
                .booked("a", "2026-02-20T14:00", "2026-02-03T12:00");

        assertThat(only(told.planAt("2026-02-03T12:01"), "T06").dropped()).isEqualTo(DropReason.VISIT_CANCELLED);
    }

    @Test
    void a_visit_cancelled_and_booked_again_under_one_id_stands() {
        var told = Told.ofConsentingPatient()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .cancelled("a", "2026-02-20T14:00", "2026-02-03T11:30", 2)
                .visit(VisitChange.BOOKED, "a", VisitKind.SESSION, "2026-02-20T14:00", "2026-02-03T12:00", 3);

        assertThat(only(told.planAt("2026-02-03T12:01"), "T06").isPlanned()).isTrue();
    }

    @Test
    void a_consult_gets_a_receipt_and_nothing_else_and_other_visits_get_nothing() {
        var consult = Told.ofConsentingPatient()
                .bookedAs(VisitKind.CONSULT, "a", "2026-02-20T14:00", "2026-02-03T11:00")
                .completed("a", "2026-02-20T15:00");
        var lab = Told.ofConsentingPatient()
                .bookedAs(VisitKind.LAB, "a", "2026-02-20T14:00", "2026-02-03T11:00")
                .completed("a", "2026-02-20T15:00");

        assertThat(consult.planAt("2026-02-03T11:00").occasions())
                .extracting(occasion -> occasion.touchpoint().code())
                .containsExactlyInAnyOrder("T01", "T02");
        assertThat(lab.planAt("2026-02-03T11:00").occasions())
                .extracting(occasion -> occasion.touchpoint().code())
                .containsExactly("T01");
    }

    @Test
    void nothing_is_planned_for_whoever_died_was_merged_opted_out_or_never_agreed() {
        var died = atSession().completed("a", "2026-02-20T15:00").died("2026-02-20T16:00");
        var merged = atSession().completed("a", "2026-02-20T15:00").merged("2026-02-20T16:00");
        var optedOut = atSession().completed("a", "2026-02-20T15:00").optedOut("2026-02-20T16:00");
        var silent = Told.of(Told.NEW_YORK)
                .living()
                .booked("a", "2026-02-20T14:00", "2026-02-03T11:00")
                .completed("a", "2026-02-20T15:00");

        assertThat(only(died.planAt("2026-02-20T16:00"), "T10").dropped()).isEqualTo(DropReason.DECEASED);
        assertThat(only(merged.planAt("2026-02-20T16:00"), "T10").dropped()).isEqualTo(DropReason.MERGED);
        assertThat(only(optedOut.planAt("2026-02-20T16:00"), "T10").dropped()).isEqualTo(DropReason.OPTED_OUT);
        assertThat(only(silent.planAt("2026-02-20T16:00"), "T10").dropped()).isEqualTo(DropReason.NO_CONSENT);
        assertThat(died.planAt("2026-02-20T16:00").occasions()).noneMatch(Occasion::isPlanned);
    }

    @Test
    void what_staff_cancelled_stays_unsaid_and_what_comes_later_goes_on() {
        var told = atSession()
                .completed("a", "2026-02-20T15:00")
                .staffCancelledPlan("2026-02-20T16:00")
                .booked("b", "2026-02-27T14:00", "2026-02-21T10:00");

        var plan = told.planAt("2026-02-21T10:00");
        assertThat(plan.occasions())
                .filteredOn(occasion -> "a".equals(String.valueOf(occasion.appointmentId())))
                .extracting(Occasion::dropped)
                .contains(DropReason.CANCELLED_BY_STAFF)
                .doesNotContainNull();
        assertThat(only(plan, "T11").dropped()).isEqualTo(DropReason.CANCELLED_BY_STAFF);
        assertThat(plan.occasions())
                .filteredOn(occasion -> "b".equals(String.valueOf(occasion.appointmentId())))
                .anyMatch(Occasion::isPlanned);
    }

    @Test
    void education_is_dropped_when_a_session_follows_within_a_day() {
        var told = atSession().completed("a", "2026-02-20T15:00").booked("b", "2026-02-23T10:30", "2026-02-03T11:00");
        var later = atSession().completed("a", "2026-02-20T15:00").booked("b", "2026-02-23T11:30", "2026-02-03T11:00");

        assertThat(only(told.planAt("2026-02-20T15:00"), "E11").dropped()).isEqualTo(DropReason.SESSION_FOLLOWS);
        assertThat(windowOf(later.planAt("2026-02-20T15:00"), "E11"))
                .isEqualTo(later.window("2026-02-22T11:00", "2026-02-22T17:00"));
    }

    @Test
    void a_backfill_of_old_events_floods_nobody() {
        var told = Told.ofConsentingPatient();
        for (int day = 10; day < 20; day++) {
            told.booked("s" + day, "2025-11-" + day + "T14:00", "2025-11-01T09:00")
                    .completed("s" + day, "2025-11-" + day + "T15:00");
        }

        assertThat(told.planAt("2026-02-02T10:00").occasions())
                .filteredOn(Occasion::isPlanned)
                .extracting(occasion -> occasion.touchpoint().code())
                .containsExactly("T01");
    }

    @Test
    void a_booking_told_long_after_it_was_made_gets_no_receipt_but_its_preparation() {
        var told = Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2025-12-03T11:00");

        assertThat(only(told.planAt("2026-02-03T11:00"), "T02").dropped()).isEqualTo(DropReason.TOO_OLD);
        assertThat(only(told.planAt("2026-02-03T11:00"), "T06").isPlanned()).isTrue();
    }

    @Test
    void a_window_that_closed_is_never_made_up_for() {
        var told = atSession().completed("a", "2026-02-20T15:00");

        assertThat(only(told.planAt("2026-02-20T19:59"), "T10").isPlanned()).isTrue();
        assertThat(only(told.planAt("2026-02-20T20:00"), "T10").dropped()).isEqualTo(DropReason.WINDOW_CLOSED);
    }

    private static Told atSession() {
        return Told.ofConsentingPatient().booked("a", "2026-02-20T14:00", "2026-02-03T11:00");
    }
}
