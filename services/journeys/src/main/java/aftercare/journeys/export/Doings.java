package aftercare.journeys.export;

import aftercare.journeys.answers.Answers;
import aftercare.journeys.answers.Answers.Given;
import aftercare.journeys.answers.Holds;
import aftercare.journeys.definition.Touchpoint;
import aftercare.journeys.facts.Fact.PatientSeen;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.fhir.Filled;
import aftercare.journeys.fhir.Planned;
import aftercare.journeys.fhir.Scored;
import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.Touchpoints;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.scores.Scores;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What journeys itself knows of a patient. */
@Component
class Doings {
    private final Touchpoints touchpoints;
    private final JourneyOf journeyOf;
    private final Facts facts;
    private final Holds holds;
    private final Runs runs;
    private final Answers answers;
    private final Scores scores;
    private final Links links;
    private final ClinicSettings clinic;

    Doings(
            Touchpoints touchpoints,
            JourneyOf journeyOf,
            Facts facts,
            Holds holds,
            Runs runs,
            Answers answers,
            Scores scores,
            Links links,
            ClinicSettings clinic) {
        this.touchpoints = touchpoints;
        this.journeyOf = journeyOf;
        this.facts = facts;
        this.holds = holds;
        this.runs = runs;
        this.answers = answers;
        this.scores = scores;
        this.links = links;
        this.clinic = clinic;
    }

    /** As it was at one instant. */
    record Known(
            Optional<PatientSeen> patient,
            ZoneId zone,
            List<Planned> plan,
            Links.Found links,
            List<Filled> questionnaires,
            List<Scored> scores) {}

    /** All from one snapshot, so that no part is newer than another. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Known of(PatientId patient, Instant now) {
        var seen = facts.historyOf(patient).patient();
        var zone = seen.map(PatientSeen::zone).orElse(clinic.zone());
        var given = answers.of(patient);
        return new Known(
                seen,
                zone,
                plan(patient, now),
                links.of(patient),
                runs.of(patient).stream().map(run -> filled(run, given, zone)).toList(),
                scores.of(patient).stream().map(kept -> scored(kept, zone)).toList());
    }

    private List<Planned> plan(PatientId patient, Instant now) {
        var journey = journeyOf.patient(patient).journey();
        boolean held = holds.isHeld(patient);
        return touchpoints.of(patient).stream()
                .map(planned -> Planned.of(
                        planned,
                        journey.touchpoint(planned.touchpoint())
                                .map(Touchpoint::name)
                                .orElse(planned.touchpoint()),
                        held,
                        now))
                .toList();
    }

    private static Filled filled(Run run, List<Given> given, ZoneId zone) {
        return FilledIn.of(
                run,
                given.stream()
                        .filter(answer -> run.id().equals(answer.questionnaireId()))
                        .toList(),
                zone);
    }

    private static Scored scored(Scores.Kept kept, ZoneId zone) {
        var score = kept.score();
        return new Scored(
                kept.id(),
                FilledIn.measure(score.scale()),
                score.value(),
                score.scale().band(score.value()).orElse(null),
                kept.questionnaireId(),
                kept.scoredBy(),
                zone,
                score.at());
    }
}
