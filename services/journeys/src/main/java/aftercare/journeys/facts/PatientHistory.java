package aftercare.journeys.facts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import aftercare.journeys.facts.Fact.CaseTold;
import aftercare.journeys.facts.Fact.CheckInSeen;
import aftercare.journeys.facts.Fact.ConsentSeen;
import aftercare.journeys.facts.Fact.FromClinic;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Fact.PlanCancelled;
import aftercare.journeys.facts.Fact.VisitSeen;
import aftercare.journeys.facts.Fact.Wrote;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all facts of a patient add up to: the same for the same facts, in whatever order and however often they came.
 *
 * @param patient as the clinic knows them; none while only their visits are known
 * @param consent the ledger's last word; none while it has said nothing
 * @param visits by start
 * @param lastWroteAt when the patient last wrote
 * @param closedCases cases after which a caring word is in place, as long as they stay closed
 */
public record PatientHistory(
        Optional<PatientSeen> patient,
        Optional<ConsentSeen> consent,
        List<Visit> visits,
        Optional<Instant> planCancelledAt,
        Optional<Instant> lastWroteAt,
        List<CaseTold> closedCases) {
    public PatientHistory {
        visits = List.copyOf(visits);
        closedCases = List.copyOf(closedCases);
    }

    public static PatientHistory of(Collection<? extends Fact> facts) {
        var patients = new ArrayList<PatientSeen>();
        var consents = new ArrayList<ConsentSeen>();
        var cancellations = new ArrayList<Instant>();
        var written = new ArrayList<Instant>();
        var cases = new ArrayList<CaseTold>();
        var visits = new LinkedHashMap<AppointmentId, List<FromClinic>>();
        for (var fact : facts) {
            switch (fact) {
                case PatientSeen patient -> patients.add(patient);
                case ConsentSeen consent -> consents.add(consent);
                case PlanCancelled cancelled -> cancellations.add(cancelled.at());
                case Wrote wrote -> written.add(wrote.at());
                case CaseTold told -> cases.add(told);
                case VisitSeen visit -> of(visits, visit.appointmentId()).add(visit);
                case CheckInSeen step -> of(visits, step.appointmentId()).add(step);
            }
        }
        var known = RecordOrder.of(patients);
        return new PatientHistory(
                known.isEmpty() ? Optional.empty() : Optional.of(known.getLast().fact()),
                consent(consents),
                visits.entrySet().stream()
                        .map(entry -> VisitHistory.visit(entry.getKey(), entry.getValue()))
                        .sorted(comparing(Visit::startsAt)
                                .thenComparing(visit -> visit.id().value()))
                        .toList(),
                cancellations.stream().max(naturalOrder()),
                written.stream().max(naturalOrder()),
                closed(cases));
    }

    /** The last word on each case; at one instant an open case counts. */
    private static List<CaseTold> closed(List<CaseTold> told) {
        var last = new LinkedHashMap<EscalationId, CaseTold>();
        told.stream()
                .sorted(comparing(CaseTold::at).thenComparing(CaseTold::open))
                .forEach(one -> last.put(one.escalationId(), one));
        return last.values().stream()
                .filter(one -> !one.open() && one.mayContact())
                .sorted(comparing(CaseTold::at)
                        .thenComparing(one -> one.escalationId().value()))
                .toList();
    }

    /** Whether the clinic has told of no such patient, and of no visit of theirs. */
    public boolean isUnknown() {
        return patient.isEmpty() && visits.isEmpty();
    }

    /** The same patient with other visits. */
    public PatientHistory withVisits(List<Visit> others) {
        return new PatientHistory(
                patient,
                consent,
                others.stream()
                        .sorted(comparing(Visit::startsAt)
                                .thenComparing(visit -> visit.id().value()))
                        .toList(),
                planCancelledAt,
                lastWroteAt,
                closedCases);
    }

    private static List<FromClinic> of(Map<AppointmentId, List<FromClinic>> visits, AppointmentId id) {
        return visits.computeIfAbsent(id, unknown -> new ArrayList<>());
    }

    /** Each line's last word; a grant on any line counts, since the patient may have changed numbers. At one instant "no" wins. */
    private static Optional<ConsentSeen> consent(List<ConsentSeen> all) {
        var byLine = new LinkedHashMap<LineId, ConsentSeen>();
        all.stream()
                .sorted(comparing(ConsentSeen::at).thenComparing(consent -> !consent.granted()))
                .forEach(consent -> byLine.put(consent.lineId(), consent));
        return byLine.values().stream()
                .max(comparing(ConsentSeen::granted)
                        .thenComparing(ConsentSeen::at)
                        .thenComparing(consent -> consent.lineId().value()));
    }
}
