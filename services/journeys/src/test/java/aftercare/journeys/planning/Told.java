package aftercare.journeys.planning;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.CheckInStep;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.PlanCancelled;
import aftercare.journeys.facts.Fact.VisitChange;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Source;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.LineId;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;
import aftercare.schemas.messaging.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told of one patient, in the order it was told. */
final class Told {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ClinicSettings CLINIC = new ClinicSettings("Harbor Clinic", "+12025550100", NEW_YORK);
    /** A journey of a few touchpoints, for tests of single rules. */
    static final Journey JOURNEY = journey("planning/journey.yaml");
    /** The whole journey as it is shipped. */
    static final Journey SHIPPED = journey("journeys.yaml");

    private static final LineId LINE = new LineId(UUID.nameUUIDFromBytes(new byte[] {1}));

    final List<Fact> facts = new ArrayList<>();
    private final ZoneId zone;

    private Told(ZoneId zone) {
        this.zone = zone;
    }

    static Told of(ZoneId zone) {
        return new Told(zone);
    }

    /** A patient who lives in New York and agreed on Monday, 2 February 2026, 10:00. */
    static Told ofConsentingPatient() {
        return of(NEW_YORK).living().agreed("2026-02-02T10:00");
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    Instant at(String local) {
        return at(local, zone);
    }

    Told living() {
        return add(new PatientSeen("en", zone, false, false, source("Patient/p", 1, "2026-02-02T09:00")));
    }

    Told died(String when) {
        return add(new PatientSeen("en", zone, false, true, source("Patient/p", 2, when)));
    }

    Told merged(String when) {
        return add(new PatientSeen("en", zone, true, false, source("Patient/p", 2, when)));
    }

    Told agreed(String when) {
        return add(new ConsentSeen(LINE, true, ContentLevel.DISCREET, at(when)));
    }

    Told optedOut(String when) {
        return add(new ConsentSeen(LINE, false, ContentLevel.DISCREET, at(when)));
    }

    Told staffCancelledPlan(String when) {
        return add(new PlanCancelled(at(when)));
    }

    /** A session of one hour. */
    Told booked(String id, String start, String recorded) {
        return visit(VisitChange.BOOKED, id, VisitKind.SESSION, start, recorded, 1);
    }

    Told bookedAs(VisitKind kind, String id, String start, String recorded) {
        return visit(VisitChange.BOOKED, id, kind, start, recorded, 1);
    }

    Told rescheduled(String id, String start, String recorded, int version) {
        return visit(VisitChange.RESCHEDULED, id, VisitKind.SESSION, start, recorded, version);
    }

    Told cancelled(String id, String start, String recorded, int version) {
        return visit(VisitChange.CANCELLED, id, VisitKind.SESSION, start, recorded, version);
    }

    Told noShow(String id, String start, String recorded, int version) {
        return visit(VisitChange.NO_SHOW, id, VisitKind.SESSION, start, recorded, version);
    }

    Told visit(VisitChange change, String id, VisitKind kind, String start, String recorded, int version) {
        return add(new VisitSeen(
                change,
                new AppointmentId(id),
                kind,
                Route.IV,
                null,
                null,
                at(start),
                at(start).plus(Duration.ofHours(1)),
                zone,
                source("Appointment/" + id, version, recorded)));
    }

    Told arrived(String id, String when) {
        return step(CheckInStep.ARRIVED, id, when, when, 1, false);
    }

    Told started(String id, String when) {
        return step(CheckInStep.STARTED, id, when, when, 2, false);
    }

    Told completed(String id, String when) {
        return step(CheckInStep.COMPLETED, id, when, when, 3, false);
    }

    Told step(CheckInStep step, String id, String when, String recorded, int version, boolean inError) {
        return add(new CheckInSeen(
                step,
                new AppointmentId(id),
                at(when),
                null,
                null,
                inError,
                source("Encounter/" + id, version, recorded)));
    }

    private Told add(Fact fact) {
        facts.add(fact);
        return this;
    }

    private Source source(String id, int version, String recorded) {
        return new Source("ehr", id, String.valueOf(version), at(recorded), at(recorded));
    }

    Plan planAt(String now) {
        return planAt(at(now), JOURNEY);
    }

    Plan planAt(Instant now, Journey journey) {
        return Planner.plan(PatientHistory.of(facts), journey, NEW_YORK, now);
    }

    /** The only occasion of a touchpoint in the plan. */
    static Occasion only(Plan plan, String touchpoint) {
        return find(plan, touchpoint).orElseThrow(() -> new AssertionError(touchpoint + " is not in the plan"));
    }

    static Optional<Occasion> find(Plan plan, String touchpoint) {
        var found = plan.occasions().stream()
                .filter(occasion -> occasion.touchpoint().code().equals(touchpoint))
                .toList();
        if (found.size() > 1) {
            throw new AssertionError(touchpoint + " is in the plan " + found.size() + " times");
        }
        return found.stream().findFirst();
    }

    Window window(String opens, String closes) {
        return new Window(at(opens), at(closes));
    }

    static @Nullable Window windowOf(Plan plan, String touchpoint) {
        return only(plan, touchpoint).window();
    }

    private static Journey journey(String name) {
        try (var yaml = JourneyYaml.class.getResourceAsStream("/aftercare/journeys/" + name)) {
            if (yaml == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return JourneyYaml.readForPublishing(new String(yaml.readAllBytes(), StandardCharsets.UTF_8), CLINIC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
