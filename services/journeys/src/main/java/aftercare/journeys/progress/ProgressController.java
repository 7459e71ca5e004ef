package aftercare.journeys.progress;

import aftercare.journeys.answers.Answers;
import aftercare.journeys.definition.Journeys;
import aftercare.journeys.facts.Facts;
import aftercare.journeys.facts.Visit;
import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.scores.Scores;
import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.PatientId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One patient's scores, questionnaires and visits. Every look is audited. */
@RestController
class ProgressController {
    private final Scores scores;
    private final Answers answers;
    private final Runs runs;
    private final Facts facts;
    private final Reasons reasons;
    private final Journeys journeys;
    private final Audit audit;
    private final ClinicClock clock;

    ProgressController(
            Scores scores,
            Answers answers,
            Runs runs,
            Facts facts,
            Reasons reasons,
            Journeys journeys,
            Audit audit,
            ClinicClock clock) {
        this.scores = scores;
        this.answers = answers;
        this.runs = runs;
        this.facts = facts;
        this.reasons = reasons;
        this.journeys = journeys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Both oldest first. */
    record Progress(List<ScoreView> scores, List<QuestionnaireView> questionnaires) {}

    @GetMapping("/v1/patients/{id}/scores")
    @PreAuthorize("hasAnyRole('STAFF', 'SERVICE')")
    @Transactional
    public Progress scores(@PathVariable String id, Caller caller) {
        var patient = new PatientId(id);
        viewed("ScoresViewed", patient, caller);
        var given = answers.of(patient);
        return new Progress(
                scores.of(patient).stream().map(ScoreView::of).toList(),
                runs.of(patient).stream()
                        .map(run -> QuestionnaireView.of(run, itemsOf(run, given)))
                        .toList());
    }

    private static List<Answers.Given> itemsOf(Run run, List<Answers.Given> given) {
        return given.stream()
                .filter(answer -> run.id().equals(answer.questionnaireId()))
                .toList();
    }

    @GetMapping("/v1/patients/{id}/visits")
    @PreAuthorize("hasAnyRole('STAFF', 'SERVICE')")
    @Transactional
    public List<VisitView> visits(@PathVariable String id, Caller caller) {
        var patient = new PatientId(id);
        viewed("VisitsViewed", patient, caller);
        return facts.historyOf(patient).visits().stream()
                .map((Visit visit) -> VisitView.of(visit))
                .toList();
    }

    /** Why each text, by its message. */
    @GetMapping("/v1/patients/{id}/text-reasons")
    @PreAuthorize("hasAnyRole('STAFF', 'SERVICE')")
    List<Reasons.Reason> reasons(@PathVariable String id) {
        return reasons.of(new PatientId(id));
    }

    /** What touchpoints and topics are called, by their code. */
    @GetMapping("/v1/touchpoint-names")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    Map<String, String> names() {
        var journey = journeys.current().journey();
        var names = new TreeMap<String, String>();
        journey.topics().forEach(topic -> names.put(topic.code(), topic.name()));
        journey.touchpoints().forEach(touchpoint -> names.put(touchpoint.code(), touchpoint.name()));
        return names;
    }

    private void viewed(String what, PatientId patient, Caller caller) {
        audit.record(clock.instant(), caller.id(), what, "patient/" + patient, Map.of());
    }
}
