package aftercare.journeys.planning;

import aftercare.journeys.definition.PublishedJourney;
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
    private final Outbox outbox;
    private final ClinicSettings clinic;

    Planning(
            Patients patients,
            Facts facts,
            JourneyOf journeyOf,
            Touchpoints touchpoints,
            Outbox outbox,
            ClinicSettings clinic) {
        this.patients = patients;
        this.facts = facts;
        this.journeyOf = journeyOf;
        this.touchpoints = touchpoints;
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

    /** Plans again from all known facts. The caller's transaction holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PatientPlan replan(PatientId patient, Instant now) {
        int inForce = journeyOf.inForce();
        var journey = journeyOf.patient(patient);
        var history = facts.historyOf(patient);
        enrollOnConsent(patient, history, journey, now);
        var plan = Planner.plan(history, journey.journey(), clinic.zone(), now);
        for (var change : new Changes(patient, now).between(touchpoints.of(patient), plan)) {
            apply(change, now);
        }
        patients.planned(patient, inForce, plan.looksAgainAt().orElse(null));
        rest(patient, now);
        return new PatientPlan(history, journey, touchpoints.of(patient));
    }

    /** Notes when to look after the patient next. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(PatientId patient, Instant now) {
        List<PlannedTouchpoint> all = touchpoints.of(patient);
        var optIn = OptInFirst.of(journeyOf.patient(patient).journey(), all);
        patients.dueAt(
                patient,
                new NextDue(optIn, now).of(all, patients.looksAgainAt(patient)).orElse(null));
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

    private void apply(Change change, Instant now) {
        var touchpoint = change.touchpoint();
        touchpoints.save(touchpoint, now);
        if (change.withdraws() != null) {
            outbox.add(
                    UUID.randomUUID(),
                    touchpoint.patientId().value(),
                    now,
                    new MessageWithdrawn(change.withdraws(), touchpoint.patientId(), reason(touchpoint)));
        }
        if (change.announced()) {
            outbox.add(UUID.randomUUID(), touchpoint.patientId().value(), now, planned(touchpoint, now));
        }
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
