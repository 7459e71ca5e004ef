package aftercare.journeys.planning;

import aftercare.journeys.definition.PublishedJourney;
import aftercare.journeys.definition.Rank;
import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.PatientId;
import aftercare.schemas.journeys.Enrolled;
import aftercare.schemas.journeys.TouchpointPlanned;
import aftercare.schemas.messaging.MessageWithdrawn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each patient's plan true to all known facts, under the patient's lock. */
@Service
public class Planning {
    private final Patients patients;
    private final Facts facts;
    private final JourneyOf journeyOf;
    private final Touchpoints touchpoints;
    private final AnswersGiven answers;
    private final Stops stops;
    private final ForStaff forStaff;
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Planning(
            Patients patients,
            Facts facts,
            JourneyOf journeyOf,
            Touchpoints touchpoints,
            AnswersGiven answers,
            Stops stops,
            ForStaff forStaff,
            Outbox outbox,
            ClinicSettings clinic) {
        this.patients = patients;
        this.facts = facts;
        this.journeyOf = journeyOf;
        this.touchpoints = touchpoints;
        this.answers = answers;
        this.stops = stops;
        this.forStaff = forStaff;
        this.outbox = outbox;
        this.clinic = clinic;
    }

    /** Adds a fact and plans again; a fact known before changes nothing. */
    @Transactional
    public void learn(PatientId patient, UUID eventId, Fact fact, Instant now) {
        patients.lock(patient);
        if (facts.add(patient, eventId, fact, now)) {
            replan(patient, now);
        }
    }

    /** The patient wrote: whoever writes is not silent, and what was asked again need not be. The caller holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(PatientId patient, UUID eventId, Instant now) {
        facts.add(patient, eventId, new Fact.Wrote(now.truncatedTo(ChronoUnit.MICROS)), now);
        replan(patient, now);
    }

    /** Plans again from all known facts. The caller's transaction holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PatientPlan replan(PatientId patient, Instant now) {
        int inForce = journeyOf.inForce();
        var journey = journeyOf.patient(patient);
        var known = known(patient);
        enrollOnConsent(patient, known.history(), journey, now);
        var plan = Planner.plan(known, journey.journey(), clinic.zone(), now);
        var changes = new Changes(patient, now).between(known.standing(), plan);
        changes.forEach(change -> apply(change, journey, now));
        patients.planned(patient, inForce, plan.looksAgainAt().orElse(null));
        var standing = after(known.standing(), changes);
        rest(patient, standing, journey, now);
        return new PatientPlan(known.history(), journey, standing);
    }

    /** All that the patient's plan goes by, as it stands now. */
    public Known known(PatientId patient) {
        return new Known(
                facts.historyOf(patient),
                touchpoints.of(patient),
                answers.of(patient),
                stops.pausesOf(patient),
                stops.closures());
    }

    private static List<PlannedTouchpoint> after(List<PlannedTouchpoint> before, List<Change> changes) {
        var rows = new LinkedHashMap<UUID, PlannedTouchpoint>();
        before.forEach(row -> rows.put(row.id(), row));
        changes.forEach(change -> rows.put(change.touchpoint().id(), change.touchpoint()));
        return List.copyOf(rows.values());
    }

    /** Notes when to look after the patient next. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(PatientId patient, Instant now) {
        rest(patient, touchpoints.of(patient), journeyOf.patient(patient), now);
    }

    private void rest(PatientId patient, List<PlannedTouchpoint> standing, PublishedJourney journey, Instant now) {
        var optIn = OptInFirst.of(journey.journey(), standing);
        patients.dueAt(
                patient,
                new NextDue(optIn, now)
                        .of(standing, patients.looksAgainAt(patient))
                        .orElse(null));
    }

    private void enrollOnConsent(PatientId patient, PatientHistory history, PublishedJourney journey, Instant now) {
        if (history.consent().filter(ConsentSeen::granted).isPresent() && patients.enroll(patient, now)) {
            outbox.add(
                    UUID.randomUUID(),
                    patient.value(),
                    now,
                    new Enrolled(patient, journey.journey().id(), journey.version(), now));
        }
    }

    private void apply(Change change, PublishedJourney journey, Instant now) {
        var touchpoint = change.touchpoint();
        touchpoints.save(touchpoint, now);
        if (change.withdraws() != null) {
            outbox.add(
                    UUID.randomUUID(),
                    touchpoint.patientId().value(),
                    now,
                    new MessageWithdrawn(change.withdraws(), touchpoint.patientId(), reason(touchpoint)));
        }
        if (isSafetyWithoutPlace(change)) {
            journey.journey()
                    .touchpoint(touchpoint.touchpoint())
                    .filter(found -> found.rank() == Rank.SAFETY)
                    .ifPresent(found -> forStaff.foundNoPlace(touchpoint, found, now));
        }
        if (change.announced()) {
            outbox.add(UUID.randomUUID(), touchpoint.patientId().value(), now, planned(touchpoint, now));
        }
    }

    private static boolean isSafetyWithoutPlace(Change change) {
        return DropReason.OVER_BUDGET.name().equals(change.touchpoint().reason())
                && change.touchpoint().reminderOf() == null;
    }

    private static String reason(PlannedTouchpoint touchpoint) {
        return touchpoint.reason() == null ? DropReason.SUPERSEDED.name() : touchpoint.reason();
    }

    private static TouchpointPlanned planned(PlannedTouchpoint touchpoint, Instant now) {
        return new TouchpointPlanned(
                touchpoint.patientId(),
                touchpoint.id(),
                touchpoint.touchpoint(),
                touchpoint.appointmentId(),
                Objects.requireNonNull(touchpoint.window()),
                now);
    }
}
