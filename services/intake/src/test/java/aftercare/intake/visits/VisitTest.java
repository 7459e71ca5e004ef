package aftercare.intake.visits;

import static aftercare.intake.visits.Standing.BOOKED;
import static aftercare.intake.visits.Standing.CANCELLED;
import static aftercare.intake.visits.Standing.NO_SHOW;
import static aftercare.intake.visits.Standing.TENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.intake.records.Stamp;
import aftercare.intake.records.Version;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.SiteId;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NINE = Instant.parse("2026-03-07T09:00:00Z");
    private static final Instant START = Instant.parse("2026-03-09T15:00:00Z");
    private static final Provenance CAUSE = new Provenance("ehr", "Appointment/a", null, NINE, NINE, NINE);
    private static final AppointmentId VISIT = new AppointmentId("a");
    private static final PatientId ALEX = new PatientId("alex");

    @Test
    void a_first_booking_is_told_as_booked() {
        assertThat(told(visit(List.of(booking(1, BOOKED, START)), List.of()), Visit.UNTOLD))
                .containsExactly("AppointmentBooked");
    }

    @Test
    void a_new_time_is_a_reschedule_and_anything_else_a_modification() {
        var before = visit(List.of(booking(1, BOOKED, START)), List.of());
        var later = visit(List.of(booking(2, BOOKED, START.plusSeconds(3600))), List.of());
        var nasal = visit(List.of(booking(2, BOOKED, START, Route.NASAL)), List.of());

        assertThat(told(later, before)).containsExactly("AppointmentRescheduled");
        assertThat(told(nasal, before)).containsExactly("AppointmentModified");
    }

    @Test
    void what_is_only_asked_for_is_told_to_nobody() {
        assertThat(told(visit(List.of(booking(1, TENTATIVE, START)), List.of()), Visit.UNTOLD))
                .isEmpty();
    }

    @Test
    void a_visit_that_goes_back_to_the_waiting_list_is_cancelled() {
        var before = visit(List.of(booking(1, BOOKED, START)), List.of());
        var waiting = visit(List.of(booking(1, BOOKED, START), booking(2, TENTATIVE, START)), List.of());

        assertThat(told(waiting, before)).containsExactly("AppointmentCancelled");
    }

    @Test
    void a_cancellation_without_a_time_keeps_the_time_that_was_known() {
        var cancelled = visit(List.of(booking(1, BOOKED, START), booking(2, CANCELLED, null)), List.of());

        assertThat(Optional.ofNullable(cancelled.appointment()).map(known -> known.startsAt()))
                .contains(START);
        assertThat(told(cancelled, Visit.UNTOLD)).containsExactly("AppointmentCancelled");
    }

    @Test
    void cancelled_and_booked_again_is_booked() {
        var cancelled = visit(List.of(booking(1, BOOKED, START), booking(2, CANCELLED, START)), List.of());
        var again = visit(
                List.of(booking(1, BOOKED, START), booking(2, CANCELLED, START), booking(3, BOOKED, START)), List.of());

        assertThat(told(again, cancelled)).containsExactly("AppointmentBooked");
    }

    @Test
    void a_no_show_who_comes_after_all_is_booked_and_arrived() {
        var noShow = visit(List.of(booking(1, NO_SHOW, START)), List.of());
        var came = visit(List.of(booking(1, NO_SHOW, START)), List.of(attendance(1, Step.ARRIVED, START, null)));

        assertThat(told(came, noShow)).containsExactly("AppointmentBooked", "PatientArrived");
    }

    @Test
    void a_no_show_recorded_after_an_arrival_takes_it_back_unless_the_patient_was_discharged() {
        var arrived = attendance(1, Step.ARRIVED, START, null);
        var discharged = attendance(1, Step.COMPLETED, START, START.plusSeconds(7200));
        var booked = visit(List.of(booking(1, BOOKED, START)), List.of(arrived));
        var statuses = List.of(booking(1, BOOKED, START), booking(2, NO_SHOW, START));

        assertThat(told(visit(statuses, List.of(arrived)), booked)).containsExactly("AppointmentNoShow");
        assertThat(told(visit(statuses, List.of(discharged)), booked)).doesNotContain("AppointmentNoShow");
    }

    @Test
    void a_finished_encounter_tells_start_and_discharge() {
        var finished = visit(List.of(), List.of(attendance(1, Step.COMPLETED, START, START.plusSeconds(7200))));

        assertThat(told(finished, Visit.UNTOLD)).containsExactly("SessionStarted", "SessionCompleted");
    }

    @Test
    void an_older_version_that_comes_late_takes_nothing_back() {
        var finished = attendance(3, Step.COMPLETED, START, START.plusSeconds(7200));
        var before = visit(List.of(), List.of(finished));
        var after = visit(List.of(), List.of(finished, attendance(2, Step.STARTED, START, null)));

        assertThat(told(after, before)).isEmpty();
    }

    @Test
    void a_step_back_is_late_unless_its_source_says_it_is_newer() {
        var finished = attendance(3, Step.COMPLETED, START, START.plusSeconds(7200));
        var unstamped = new Version<>(
                new Stamp(null, null, NINE),
                attendance(1, Step.STARTED, START, null).says());
        var reopened = attendance(4, Step.STARTED, START, null);

        assertThat(told(visit(List.of(), List.of(unstamped(finished), unstamped)), Visit.UNTOLD))
                .contains("SessionCompleted");
        assertThat(told(visit(List.of(), List.of(finished, reopened)), visit(List.of(), List.of(finished))))
                .containsExactly("SessionCompleted back");
    }

    @Test
    void entered_in_error_takes_back_all_that_was_told() {
        var finished = attendance(3, Step.COMPLETED, START, START.plusSeconds(7200));
        var taken = visit(List.of(), List.of(finished, takenBack(4)));

        assertThat(told(taken, visit(List.of(), List.of(finished))))
                .containsExactly("SessionStarted back", "SessionCompleted back");
    }

    @Test
    void an_arrival_at_the_front_desk_dates_from_when_it_was_first_recorded() {
        var arrived = visit(List.of(arrived(2), arrived(3)), List.of());

        assertThat(Optional.ofNullable(arrived.arrived()).map(step -> step.at()))
                .contains(NINE.plusSeconds(2));
    }

    @Test
    void a_visit_that_moves_to_another_patient_is_cancelled_for_the_first() {
        var before = visit(List.of(booking(1, BOOKED, START)), List.of());
        var moved = visit(List.of(of(2, BOOKED, START, Route.IV, false, new PatientId("robin"))), List.of());

        assertThat(moved.newsSince(before, CAUSE).stream().map(news -> news.name() + " " + news.patient()))
                .containsExactly("AppointmentCancelled alex", "AppointmentBooked robin");
    }

    private static Stream<String> toldOf(Visit now, Visit before) {
        return now.newsSince(before, CAUSE).stream().map(news -> news.name() + (news.takenBack() ? " back" : ""));
    }

    private static List<String> told(Visit now, Visit before) {
        return toldOf(now, before).toList();
    }

    private static Visit visit(List<Version<Booking>> bookings, List<Version<Attendance>> attendances) {
        return Visit.of(
                bookings.isEmpty() ? List.of() : List.of(Booking.settled(bookings)),
                attendances.isEmpty() ? List.of() : List.of(Attendance.settled(attendances)));
    }

    private static Version<Booking> booking(int version, Standing standing, @Nullable Instant start) {
        return booking(version, standing, start, Route.IV);
    }

    private static Version<Booking> booking(int version, Standing standing, @Nullable Instant start, Route route) {
        return of(version, standing, start, route, false, ALEX);
    }

    private static Version<Booking> arrived(int version) {
        return of(version, BOOKED, START, Route.IV, true, ALEX);
    }

    private static Version<Booking> of(
            int version, Standing standing, @Nullable Instant start, Route route, boolean arrived, PatientId patient) {
        return new Version<>(
                stamp(version),
                new Booking(
                        VISIT,
                        patient,
                        standing,
                        arrived,
                        null,
                        VisitKind.SESSION,
                        route,
                        null,
                        null,
                        start,
                        start == null ? null : start.plus(Duration.ofHours(2)),
                        ZoneId.of("America/New_York"),
                        new SiteId("main")));
    }

    private static Version<Attendance> attendance(
            int version, Step reached, Instant startedAt, @Nullable Instant completedAt) {
        var arrived = reached == Step.ARRIVED ? startedAt : null;
        var started = reached.compareTo(Step.STARTED) >= 0 ? startedAt : null;
        return new Version<>(
                stamp(version), new Attendance(VISIT, ALEX, reached, false, arrived, started, completedAt, null, null));
    }

    private static Version<Attendance> takenBack(int version) {
        return new Version<>(
                stamp(version), new Attendance(VISIT, ALEX, Step.NONE, true, null, null, null, null, null));
    }

    private static Version<Attendance> unstamped(Version<Attendance> version) {
        return new Version<>(new Stamp(null, null, NINE), version.says());
    }

    private static Stamp stamp(int version) {
        return new Stamp("" + version, NINE.plusSeconds(version), NINE);
    }
}
