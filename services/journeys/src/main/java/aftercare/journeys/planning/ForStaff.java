package aftercare.journeys.planning;

import aftercare.journeys.definition.Touchpoint;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.journeys.StaffCause;
import aftercare.schemas.journeys.TouchpointForStaff;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a journey asks of people and not of a machine. */
@Service
public class ForStaff {
    private final Touchpoints touchpoints;
    private final Outbox outbox;

    ForStaff(Touchpoints touchpoints, Outbox outbox) {
        this.touchpoints = touchpoints;
        this.outbox = outbox;
    }

    /** Its window opened: it is theirs. The caller's transaction holds the patient's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(PlannedTouchpoint planned, Touchpoint touchpoint, Instant now) {
        touchpoints.save(planned.handedOver(), now);
        tell(planned, touchpoint, touchpoint.wording() == null ? StaffCause.PROMPT : StaffCause.APPROVAL, now);
    }

    /** A check on a patient's safety found no place among what the patient was promised: somebody asks in person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void foundNoPlace(PlannedTouchpoint planned, Touchpoint touchpoint, Instant now) {
        tell(planned, touchpoint, StaffCause.NO_PLACE, now);
    }

    private void tell(PlannedTouchpoint planned, Touchpoint touchpoint, StaffCause cause, Instant now) {
        outbox.add(
                UUID.randomUUID(),
                planned.patientId().value(),
                now,
                new TouchpointForStaff(
                        planned.patientId(),
                        planned.id(),
                        touchpoint.code(),
                        touchpoint.name(),
                        cause,
                        planned.appointmentId(),
                        Objects.requireNonNull(planned.window()).closesAt(),
                        now));
    }
}
