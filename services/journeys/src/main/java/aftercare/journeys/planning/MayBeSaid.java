package aftercare.journeys.planning;

import aftercare.journeys.definition.Anchor;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether anything may be said to the patient at all, and of this visit. */
record MayBeSaid(PatientHistory history) {
    /** What these speak of is that the visit does not take place. */
    private static final Set<Anchor> OF_ITS_END = Set.of(Anchor.CANCELLED, Anchor.NO_SHOW);

    Optional<DropReason> whyNot(Touchpoint touchpoint, Moment moment) {
        return ofPatient(touchpoint)
                .or(() ->
                        OF_ITS_END.contains(touchpoint.timing().anchor()) ? Optional.empty() : ofVisit(moment.visit()))
                .or(() -> ofStaff(moment));
    }

    private Optional<DropReason> ofPatient(Touchpoint touchpoint) {
        if (history.patient().filter(patient -> patient.deceased()).isPresent()) {
            return Optional.of(DropReason.DECEASED);
        }
        if (history.patient().filter(patient -> patient.merged()).isPresent()) {
            return Optional.of(DropReason.MERGED);
        }
        if (history.consent().isEmpty()) {
            return Optional.of(DropReason.NO_CONSENT);
        }
        // Whoever opted out of texts is still looked after by people.
        boolean nobodyTexts = touchpoint.toStaff() && touchpoint.wording() == null;
        return history.consent().filter(ConsentSeen::granted).isPresent() || nobodyTexts
                ? Optional.empty()
                : Optional.of(DropReason.OPTED_OUT);
    }

    private static Optional<DropReason> ofVisit(@Nullable Visit visit) {
        return visit == null
                ? Optional.empty()
                : switch (visit.standing()) {
                    case BOOKED -> Optional.empty();
                    case CANCELLED -> Optional.of(DropReason.VISIT_CANCELLED);
                    case NO_SHOW -> Optional.of(DropReason.NO_SHOW);
                };
    }

    /** A human cancels what was planned by then: what hangs on an event that came later goes on. */
    private Optional<DropReason> ofStaff(Moment moment) {
        return history.planCancelledAt()
                .filter(cancelledAt -> !moment.since().isAfter(cancelledAt))
                .map(cancelledAt -> DropReason.CANCELLED_BY_STAFF);
    }
}
