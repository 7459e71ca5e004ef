package aftercare.intake.cloudevents;

import aftercare.intake.facts.Fact.OfAttendance;
import aftercare.intake.facts.Fact.OfBooking;
import aftercare.intake.facts.Fact.OfPatient;
import aftercare.intake.facts.Submission;
import aftercare.intake.patients.GivenContact;
import aftercare.intake.patients.GivenNumber;
import aftercare.intake.patients.Offer;
import aftercare.intake.patients.Patients;
import aftercare.intake.patients.Person;
import aftercare.intake.patients.PhoneNumber;
import aftercare.intake.records.RecordKey;
import aftercare.intake.records.Stamp;
import aftercare.intake.sites.Site;
import aftercare.intake.sites.Sites;
import aftercare.intake.visits.Attendance;
import aftercare.intake.visits.Booking;
import aftercare.intake.visits.Standing;
import aftercare.intake.visits.Step;
import aftercare.intake.visits.VisitType;
import aftercare.intake.visits.VisitTypes;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.NumberUse;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes facts of events. The data is that of the event of the same name in {@code schemas}, with names and numbers in the clear. */
final class FactReading {
    private static final String PREFIX = "aftercare.intake.";

    private final Sites sites;
    private final VisitTypes types;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    FactReading(Sites sites, VisitTypes types, Instant now) {
        this.sites = sites;
        this.types = types;
        this.now = now;
    }

    /**
     * @throws EventsRefused with everything that is wrong with any of them
     */
    List<Submission> read(List<IncomingEvent> events) {
        var submissions = events.stream().flatMap(event -> fact(event).stream()).toList();
        if (!faults.isEmpty()) {
            throw EventsRefused.faulty(faults);
        }
        return submissions;
    }

    private Optional<Submission> fact(IncomingEvent event) {
        var data = new Fields(event.data(), event.at() + ".data", faults);
        return switch (event.type()) {
            case PREFIX + "PatientChanged.v1" -> Optional.of(patient(event, data));
            case PREFIX + "AppointmentBooked.v1",
                    PREFIX + "AppointmentRescheduled.v1",
                    PREFIX + "AppointmentModified.v1" -> Optional.of(booking(event, data, Standing.BOOKED));
            case PREFIX + "AppointmentCancelled.v1" -> Optional.of(booking(event, data, Standing.CANCELLED));
            case PREFIX + "AppointmentNoShow.v1" -> Optional.of(booking(event, data, Standing.NO_SHOW));
            case PREFIX + "PatientArrived.v1" -> Optional.of(step(event, data, Step.ARRIVED, "PatientArrived"));
            case PREFIX + "SessionStarted.v1" -> Optional.of(step(event, data, Step.STARTED, "SessionStarted"));
            case PREFIX + "SessionCompleted.v1" -> Optional.of(step(event, data, Step.COMPLETED, "SessionCompleted"));
            default -> {
                faults.add(
                        new Fault(
                                event.at() + ".type",
                                "This type is not taken. Send aftercare.intake.<Fact>.v1 with the fact PatientChanged, AppointmentBooked, AppointmentRescheduled, AppointmentModified, AppointmentCancelled, AppointmentNoShow, PatientArrived, SessionStarted or SessionCompleted."));
                yield Optional.empty();
            }
        };
    }

    private Stamp stamp(IncomingEvent event, Fields data) {
        var provenance = data.object("provenance");
        return new Stamp(
                provenance.flatMap(fields -> fields.text("sourceVersion")).orElse(null),
                provenance.flatMap(fields -> fields.instant("recordedAt")).orElse(event.time()),
                now);
    }

    private Submission patient(IncomingEvent event, Fields data) {
        var site = site(data);
        var id = new PatientId(data.id("patientId"));
        var diedAt = data.instant("deceasedAt");
        var mergedInto = data.text("mergedInto").map(PatientId::new);
        if (mergedInto.filter(id::equals).isPresent()) {
            data.fault("mergedInto", "A patient can't be merged into itself.");
        }
        var offer = data.object("consent").map(FactReading::offer);
        var person = new Person(
                id,
                data.need("name"),
                numbers(data),
                data.text("language").orElse("en"),
                data.zone("zone").orElse(site.zone()),
                site.id(),
                diedAt.isPresent() || mergedInto.isPresent() ? null : offer.orElse(null),
                mergedInto.orElse(null),
                diedAt.isPresent(),
                diedAt.orElse(null),
                data.object("secondContact").map(FactReading::contact).orElse(null));
        return Submission.of(new OfPatient(key(event, Patients.KIND, id.value()), stamp(event, data), person));
    }

    private static Offer offer(Fields consent) {
        return new Offer(
                consent.choice("basis", ConsentBasis.class).orElse(ConsentBasis.NUMBER_GIVEN),
                consent.choice("contentLevel", ContentLevel.class).orElse(ContentLevel.DISCREET),
                consent.instant("offeredAt").orElse(null));
    }

    private static GivenContact contact(Fields contact) {
        return new GivenContact(
                contact.need("name"),
                contact.text("number")
                        .flatMap(written -> callable(contact, written))
                        .orElse(null),
                contact.text("relation").orElse(null));
    }

    private static Optional<String> callable(Fields contact, String written) {
        var number = PhoneNumber.inE164(written);
        if (number.isEmpty()) {
            contact.fault(
                    "number", "This is not a telephone number. Write it as in +12025550100, without an extension.");
        }
        return number;
    }

    private static List<GivenNumber> numbers(Fields data) {
        return data.list("numbers").stream()
                .map(FactReading::number)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::number)
                .toList();
    }

    private static Ranked number(Fields fields) {
        var written = fields.need("number");
        var number = PhoneNumber.inE164(written);
        if (number.isEmpty() && !written.isEmpty()) {
            fields.fault(
                    "number",
                    "This is not a telephone number that a text could go to. Write it as in +12025550100, without an extension.");
        }
        return new Ranked(
                fields.count("rank").orElse(Integer.MAX_VALUE),
                new GivenNumber(
                        number.orElse(""), fields.choice("use", NumberUse.class).orElse(NumberUse.MOBILE)));
    }

    private Submission booking(IncomingEvent event, Fields data, Standing standing) {
        var fields = data.needObject("appointment");
        var site = site(fields);
        var type = type(fields);
        var known = type.orElse(types.unmapped());
        var id = new AppointmentId(fields.id("appointmentId"));
        var start =
                standing == Standing.BOOKED ? Optional.of(fields.needInstant("startsAt")) : fields.instant("startsAt");
        var end = fields.instant("endsAt");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            fields.fault("endsAt", "The end lies before the start. Correct one of them.");
        }
        var booking = new Booking(
                id,
                new PatientId(fields.id("patientId")),
                standing,
                false,
                null,
                known.kind(),
                known.route(),
                fields.text("series").orElse(null),
                fields.count("number").orElse(null),
                start.orElse(null),
                end.orElse(null),
                fields.zone("zone").orElse(site.zone()),
                site.id());
        return new Submission(
                new OfBooking(key(event, "Appointment", id.value()), stamp(event, data), booking),
                OptionalInt.empty(),
                type.isEmpty() && standing == Standing.BOOKED);
    }

    /** Said outright, or in the clinic's own words as {@code visitType}. */
    private Optional<VisitType> type(Fields fields) {
        var words = fields.text("visitType").flatMap(text -> types.of(List.of(List.of(text))));
        var route = fields.choice("route", Route.class)
                .or(() -> words.map(VisitType::route))
                .orElse(Route.UNKNOWN);
        return fields.choice("kind", VisitKind.class)
                .or(() -> words.map(VisitType::kind))
                .map(kind -> new VisitType(kind, route));
    }

    private Submission step(IncomingEvent event, Fields data, Step step, String kind) {
        var fields = data.needObject("checkIn");
        var id = new AppointmentId(fields.id("appointmentId"));
        var at = fields.needInstant("at");
        var takenBack = fields.yes("enteredInError");
        var attendance = new Attendance(
                id,
                new PatientId(fields.id("patientId")),
                takenBack ? Step.NONE : step,
                takenBack,
                at(at, step == Step.ARRIVED && !takenBack),
                at(at, step == Step.STARTED && !takenBack),
                at(at, step == Step.COMPLETED && !takenBack),
                fields.choice("kind", VisitKind.class).orElse(null),
                fields.choice("route", Route.class).orElse(null));
        return Submission.of(new OfAttendance(key(event, kind, id.value()), stamp(event, data), attendance));
    }

    private static @Nullable Instant at(Instant at, boolean said) {
        return said ? at : null;
    }

    private Site site(Fields fields) {
        var named = fields.text("siteId");
        var site = named.flatMap(sites::byId);
        if (named.isPresent() && site.isEmpty()) {
            fields.fault("siteId", "No site has this id. Name one of those in intake.sites, or leave it out.");
        }
        return site.orElse(sites.usual());
    }

    private static RecordKey key(IncomingEvent event, String kind, String id) {
        return new RecordKey(event.source(), kind, id);
    }

    private record Ranked(int rank, GivenNumber number) {}
}
