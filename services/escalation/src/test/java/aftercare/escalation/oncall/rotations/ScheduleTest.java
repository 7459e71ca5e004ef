package aftercare.escalation.oncall.rotations;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.oncall.rotations.Shift.Reason;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final StaffId A = new StaffId("A");
    private static final StaffId B = new StaffId("B");
    private static final StaffId C = new StaffId("C");
    private static final StaffId D = new StaffId("D");
    private static final Rotation DAILY = rotation(List.of(A, B, C), new Cadence(1, Cadence.Unit.DAYS));

    @Test
    void turns_go_round_in_order() {
        assertThat(picture(plain(DAILY), "2026-06-01T00:00", "2026-06-05T08:00"))
                .isEqualTo("06-01T00:00 nobody, 06-01T08:00 A, 06-02T08:00 B, 06-03T08:00 C, 06-04T08:00 A");
    }

    @Test
    void a_weekly_turn_ends_on_the_same_day_of_the_week_and_one_of_hours_after_so_many() {
        var weekly = rotation(List.of(A, B), new Cadence(1, Cadence.Unit.WEEKS));
        var halfDays = rotation(List.of(A, B, C), new Cadence(12, Cadence.Unit.HOURS));

        assertThat(picture(plain(weekly), "2026-06-07T00:00", "2026-06-16T00:00"))
                .isEqualTo("06-07T00:00 A, 06-08T08:00 B, 06-15T08:00 A");
        assertThat(picture(plain(halfDays), "2026-06-01T08:00", "2026-06-02T20:00"))
                .isEqualTo("06-01T08:00 A, 06-01T20:00 B, 06-02T08:00 C");
    }

    @Test
    void one_alone_has_every_turn_and_each_is_a_shift() {
        assertThat(picture(
                        plain(rotation(List.of(A), new Cadence(1, Cadence.Unit.DAYS))),
                        "2026-06-01T08:00",
                        "2026-06-03T08:00"))
                .isEqualTo("06-01T08:00 A, 06-02T08:00 A");
    }

    @Test
    void with_nobody_in_it_nobody_has_the_turn() {
        assertThat(picture(
                        plain(rotation(List.of(), new Cadence(1, Cadence.Unit.DAYS))),
                        "2026-06-01T08:00",
                        "2026-06-03T08:00"))
                .isEqualTo("06-01T08:00 nobody");
    }

    @Test
    void an_override_takes_over_whoever_has_the_turn_and_no_minute_more() {
        var schedule = with(List.of(), List.of(), List.of(override(D, "2026-06-01T22:00", "2026-06-02T10:30")));

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-03T08:00"))
                .isEqualTo("06-01T08:00 A, 06-01T22:00 D, 06-02T08:00 D, 06-02T10:30 B");
        assertThat(schedule.at(at("2026-06-01T22:00")).reason()).isEqualTo(Reason.OVERRIDE);
        assertThat(schedule.at(at("2026-06-01T22:00")).insteadOf()).isEqualTo(A);
    }

    @Test
    void the_next_in_order_who_is_not_off_steps_in() {
        var schedule = with(
                List.of(off(A, "2026-06-01T12:00", "2026-06-01T18:00"), off(B, "2026-06-01T15:00", "2026-06-01T16:00")),
                List.of(),
                List.of());

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-02T08:00"))
                .isEqualTo("06-01T08:00 A, 06-01T12:00 B, 06-01T15:00 C, 06-01T16:00 B, 06-01T18:00 A");
        assertThat(schedule.at(at("2026-06-01T12:00")))
                .extracting(Shift::reason, Shift::insteadOf)
                .containsExactly(Reason.STAND_IN, A);
    }

    @Test
    void when_all_are_off_nobody_has_it() {
        var schedule = with(
                Stream.of(A, B, C)
                        .map(one -> off(one, "2026-06-01T12:00", "2026-06-01T13:00"))
                        .toList(),
                List.of(),
                List.of());

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-02T08:00"))
                .isEqualTo("06-01T08:00 A, 06-01T12:00 nobody, 06-01T13:00 A");
    }

    @Test
    void an_override_of_somebody_who_is_off_falls_back_to_the_turn() {
        var schedule = with(
                List.of(off(D, "2026-06-01T22:00", "2026-06-02T00:00")),
                List.of(),
                List.of(override(D, "2026-06-01T20:00", "2026-06-02T02:00")));

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-02T08:00"))
                .isEqualTo("06-01T08:00 A, 06-01T20:00 D, 06-01T22:00 A, 06-02T00:00 D, 06-02T02:00 A");
    }

    @Test
    void a_swap_exchanges_two_shifts_and_one_may_be_swapped_on() {
        var schedule = with(
                List.of(),
                List.of(
                        handing(A, B, "2026-06-01T08:00", "2026-06-02T08:00"),
                        handing(B, A, "2026-06-02T08:00", "2026-06-03T08:00"),
                        handing(A, C, "2026-06-02T08:00", "2026-06-03T08:00")),
                List.of());

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-04T08:00"))
                .isEqualTo("06-01T08:00 B, 06-02T08:00 C, 06-03T08:00 C");
        assertThat(schedule.at(at("2026-06-01T08:00")).reason()).isEqualTo(Reason.SWAP);
        assertThat(schedule.at(at("2026-06-03T08:00")).reason()).isEqualTo(Reason.TURN);
    }

    @Test
    void whoever_took_a_shift_by_a_swap_and_is_off_then_is_stood_in_for_but_not_by_whoever_gave_it() {
        var schedule = with(
                List.of(off(B, "2026-06-01T08:00", "2026-06-02T08:00")),
                List.of(handing(A, B, "2026-06-01T08:00", "2026-06-02T08:00")),
                List.of());

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-02T08:00")).isEqualTo("06-01T08:00 C");
    }

    @Test
    void a_swap_of_a_shift_that_has_become_anothers_changes_nothing() {
        var schedule = with(List.of(), List.of(handing(C, B, "2026-06-01T08:00", "2026-06-02T08:00")), List.of());

        assertThat(picture(schedule, "2026-06-01T08:00", "2026-06-02T08:00")).isEqualTo("06-01T08:00 A");
    }

    @Test
    void a_leaver_goes_and_whoever_has_the_turn_keeps_it_and_the_others_their_order() {
        var noon = at("2026-06-02T12:00");

        assertThat(picture(plain(DAILY.without(A, noon)), "2026-06-02T12:00", "2026-06-06T08:00"))
                .isEqualTo("06-02T12:00 B, 06-03T08:00 C, 06-04T08:00 B, 06-05T08:00 C");
        assertThat(picture(plain(DAILY.without(B, noon)), "2026-06-02T12:00", "2026-06-05T08:00"))
                .isEqualTo("06-02T12:00 C, 06-03T08:00 A, 06-04T08:00 C");
        assertThat(DAILY.without(D, noon)).isEqualTo(DAILY);
    }

    @Test
    void every_instant_has_exactly_one_shift_and_at_agrees_with_between() {
        var schedule = with(
                List.of(off(A, "2026-06-01T12:00", "2026-06-04T18:00")),
                List.of(handing(B, C, "2026-06-02T08:00", "2026-06-03T08:00")),
                List.of(override(D, "2026-06-02T22:00", "2026-06-03T06:00")));
        var shifts = schedule.between(at("2026-05-31T00:00"), at("2026-06-06T00:00"));

        for (var i = 1; i < shifts.size(); i++) {
            assertThat(shifts.get(i).from()).isEqualTo(shifts.get(i - 1).until());
        }
        for (var shift : shifts) {
            assertThat(schedule.at(shift.from()).who()).isEqualTo(shift.who());
            assertThat(schedule.at(shift.until().minusSeconds(1)).who()).isEqualTo(shift.who());
        }
    }

    private static Rotation rotation(List<StaffId> participants, Cadence cadence) {
        return new Rotation(
                "nights", "Nights", participants, cadence, LocalDateTime.parse("2026-06-01T08:00"), NEW_YORK);
    }

    private static Schedule plain(Rotation rotation) {
        return new Schedule(rotation, List.of(), List.of(), List.of());
    }

    private static Schedule with(List<TimeOff> off, List<Handing> swapped, List<ShiftOverride> overrides) {
        return new Schedule(DAILY, off, swapped, overrides);
    }

    private static TimeOff off(StaffId staff, String from, String until) {
        return new TimeOff(UUID.randomUUID(), staff, at(from), at(until));
    }

    private static Handing handing(StaffId gives, StaffId takes, String from, String until) {
        return new Handing(gives, takes, at(from), at(until));
    }

    private static ShiftOverride override(StaffId staff, String from, String until) {
        return new ShiftOverride(UUID.randomUUID(), "nights", staff, at(from), at(until));
    }

    private static String picture(Schedule schedule, String from, String until) {
        return schedule.between(at(from), at(until)).stream()
                .map(shift -> local(shift.from()) + " " + (shift.who() == null ? "nobody" : shift.who()))
                .collect(Collectors.joining(", "));
    }

    private static String local(Instant at) {
        return at.atZone(NEW_YORK).toLocalDateTime().toString().substring("2026-".length());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
