package aftercare.journeys.versions;

import aftercare.journeys.definition.InvalidJourney;
import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.definition.Journeys;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.journeys.rates.Rates;
import aftercare.journeys.wording.ClinicSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a draft would change if it were published now. */
@Service
class Reviewing {
    private static final String PHQ9 = "PHQ9";

    private final Drafts drafts;
    private final Versions versions;
    private final Journeys journeys;
    private final Approvals approvals;
    private final Effects effects;
    private final Patients patients;
    private final Rates rates;
    private final ClinicSettings clinic;
    private final VersionSettings settings;

    Reviewing(
            Drafts drafts,
            Versions versions,
            Journeys journeys,
            Approvals approvals,
            Effects effects,
            Patients patients,
            Rates rates,
            ClinicSettings clinic,
            VersionSettings settings) {
        this.drafts = drafts;
        this.versions = versions;
        this.journeys = journeys;
        this.approvals = approvals;
        this.effects = effects;
        this.patients = patients;
        this.rates = rates;
        this.clinic = clinic;
        this.settings = settings;
    }

    Result<Review> draft(Instant now) {
        return drafts.find()
                .map(draft -> Result.done(review(draft.journey(), now)))
                .orElseGet(() -> Result.refused(
                        Refusal.notThere("no-draft", "There is no draft, so there is nothing to review.")));
    }

    private Review review(JourneyDocument draft, Instant now) {
        var inForce = versions.inForce().number();
        var problems = problems(draft);
        var comparison = problems.isEmpty() ? effects.of(read(draft), draft.asking(PHQ9), draft.tag(), now) : null;
        return new Review(
                draft.tag(),
                inForce,
                new JourneyDiff(JourneyDocument.read(journeys.yaml(inForce)), draft).differences(),
                problems,
                approvals.missing(draft),
                comparison == null ? null : comparison.effect(),
                comparison == null ? null : itemNine(comparison.phqNinesPerWeek(), draft, now),
                patients.countStaying());
    }

    private ItemNine itemNine(double perWeek, JourneyDocument draft, Instant now) {
        var past = rates.ofAll(draft.asking(PHQ9), now);
        return ItemNine.of(
                perWeek, past.sent(), past.itemNine(), settings.itemNinePrior(), settings.itemNinePriorAnswers());
    }

    private static Journey read(JourneyDocument draft) {
        return JourneyYaml.read(draft.yaml());
    }

    /** What keeps a journey from being published. */
    List<Problem> problems(JourneyDocument journey) {
        try {
            JourneyYaml.readForPublishing(journey.yaml(), clinic);
            return List.of();
        } catch (InvalidJourney invalid) {
            return invalid.problems();
        }
    }
}
