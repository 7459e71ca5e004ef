package aftercare.intake.visits;

import aftercare.intake.records.Version;
import aftercare.intake.visits.VisitNews.OfAppointment;
import aftercare.intake.visits.VisitNews.OfStep;
import aftercare.schemas.clinic.Appointment;
import aftercare.schemas.clinic.AppointmentBooked;
import aftercare.schemas.clinic.AppointmentCancelled;
import aftercare.schemas.clinic.AppointmentModified;
import aftercare.schemas.clinic.AppointmentNoShow;
import aftercare.schemas.clinic.AppointmentRescheduled;
import aftercare.schemas.clinic.CheckIn;
import aftercare.schemas.clinic.CheckInFact;
import aftercare.schemas.clinic.PatientArrived;
import aftercare.schemas.clinic.Provenance;
import aftercare.schemas.clinic.SessionCompleted;
import aftercare.schemas.clinic.SessionStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit as all its records together have it: what the other services are told, or were told. */
record Visit(
        Standing standing,
        @Nullable Appointment appointment,
        @Nullable CheckIn arrived,
        @Nullable CheckIn started,
        @Nullable CheckIn completed) {
    static final Visit UNTOLD = new Visit(Standing.TENTATIVE, null, null, null, null);

    /** Of several bookings the one recorded last counts; of several attendances the earliest arrival and start, and the last discharge. */
    static Visit of(List<Version<Booking>> bookings, List<Version<Attendance>> attended) {
        var attendances = attended.stream().map(Version::says).toList();
        var newest = bookings.stream()
                .max(Comparator.comparing(version -> version.stamp().recordedAt()));
        var booking = newest.map(Version::says);
        var earliest = BinaryOperator.minBy(Comparator.comparing(CheckIn::at));
        var arrived = steps(attendances, Attendance::arrivedAt)
                .reduce(earliest)
                .or(() -> booking.flatMap(Visit::arrivalBooked))
                .orElse(null);
        var started = steps(attendances, Attendance::startedAt).reduce(earliest).orElse(null);
        var completed = steps(attendances, Attendance::completedAt)
                .reduce(BinaryOperator.maxBy(Comparator.comparing(CheckIn::at)))
                .orElse(null);
        var appointment = booking.flatMap(Booking::appointment).orElse(null);
        var standing = appointment == null
                ? Standing.TENTATIVE
                : booking.map(Booking::standing).orElse(Standing.TENTATIVE);
        return new Visit(
                completed == null
                                && newest.filter(version -> isLaterThanAll(version, attended))
                                        .isPresent()
                        ? standing
                        : seen(standing, arrived != null, started != null || completed != null),
                appointment,
                arrived,
                started,
                completed);
    }

    /** A status that was recorded after everybody saw the patient takes that back; only a discharge proves more. */
    private static boolean isLaterThanAll(Version<Booking> booking, List<Version<Attendance>> attended) {
        return attended.stream()
                .noneMatch(seen ->
                        !seen.stamp().recordedAt().isBefore(booking.stamp().recordedAt()));
    }

    /** Being there proves more than an earlier status: a no-show who comes, or a cancelled visit that begins, takes place after all. */
    private static Standing seen(Standing standing, boolean arrived, boolean begun) {
        return switch (standing) {
            case TENTATIVE, BOOKED -> standing;
            case CANCELLED -> begun ? Standing.BOOKED : standing;
            case NO_SHOW -> arrived || begun ? Standing.BOOKED : standing;
        };
    }

    private static Stream<CheckIn> steps(List<Attendance> attendances, Function<Attendance, @Nullable Instant> time) {
        return attendances.stream().flatMap(attendance -> {
            var at = time.apply(attendance);
            return at == null
                    ? Stream.empty()
                    : Stream.of(new CheckIn(
                            attendance.patientId(),
                            attendance.appointmentId(),
                            at,
                            attendance.kind(),
                            attendance.route(),
                            false));
        });
    }

    private static Optional<CheckIn> arrivalBooked(Booking booking) {
        return Optional.ofNullable(booking.arrivedAt())
                .map(at -> new CheckIn(booking.patientId(), booking.appointmentId(), at, null, null, false));
    }

    /** The facts that lead from what was told to this. */
    List<VisitNews> newsSince(Visit told, Provenance cause) {
        var news = new ArrayList<VisitNews>();
        appointmentNews(told, cause, news);
        stepNews(told.arrived, arrived, PatientArrived::new, cause, news);
        stepNews(told.started, started, SessionStarted::new, cause, news);
        stepNews(told.completed, completed, SessionCompleted::new, cause, news);
        return List.copyOf(news);
    }

    private void appointmentNews(Visit told, Provenance cause, List<VisitNews> news) {
        var before = told.appointment;
        if (before != null && !belongsTo(before)) {
            if (told.standing == Standing.BOOKED) {
                news.add(new OfAppointment(new AppointmentCancelled(before, cause)));
            }
            appointmentNews(UNTOLD, cause, news);
        } else if (appointment != null) {
            standingNews(told.standing, before, appointment, cause, news);
        }
    }

    private boolean belongsTo(Appointment before) {
        return appointment != null && appointment.patientId().equals(before.patientId());
    }

    private void standingNews(
            Standing told, @Nullable Appointment before, Appointment now, Provenance cause, List<VisitNews> news) {
        switch (standing) {
            case TENTATIVE -> {
                if (told == Standing.BOOKED) {
                    news.add(new OfAppointment(new AppointmentCancelled(now, cause)));
                }
            }
            case CANCELLED -> {
                if (told != Standing.CANCELLED) {
                    news.add(new OfAppointment(new AppointmentCancelled(now, cause)));
                }
            }
            case NO_SHOW -> {
                if (told != Standing.NO_SHOW) {
                    news.add(new OfAppointment(new AppointmentNoShow(now, cause)));
                }
            }
            case BOOKED -> {
                if (told != Standing.BOOKED || before == null) {
                    news.add(new OfAppointment(new AppointmentBooked(now, cause)));
                } else if (!sameTime(before, now)) {
                    news.add(new OfAppointment(new AppointmentRescheduled(now, cause)));
                } else if (!before.equals(now)) {
                    news.add(new OfAppointment(new AppointmentModified(now, cause)));
                }
            }
        }
    }

    private static boolean sameTime(Appointment before, Appointment now) {
        return before.startsAt().equals(now.startsAt()) && Objects.equals(before.endsAt(), now.endsAt());
    }

    private static void stepNews(
            @Nullable CheckIn told,
            @Nullable CheckIn now,
            BiFunction<CheckIn, Provenance, CheckInFact> fact,
            Provenance cause,
            List<VisitNews> news) {
        if (told != null && (now == null || !now.patientId().equals(told.patientId()))) {
            var back = new CheckIn(told.patientId(), told.appointmentId(), told.at(), told.kind(), told.route(), true);
            news.add(new OfStep(fact.apply(back, cause)));
        }
        if (now != null && !now.equals(told)) {
            news.add(new OfStep(fact.apply(now, happenedAt(cause, now.at()))));
        }
    }

    private static Provenance happenedAt(Provenance cause, Instant at) {
        return new Provenance(
                cause.source(), cause.sourceId(), cause.sourceVersion(), at, cause.recordedAt(), cause.receivedAt());
    }
}
