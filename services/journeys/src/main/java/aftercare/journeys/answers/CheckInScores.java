package aftercare.journeys.answers;

import aftercare.journeys.questionnaires.Run;
import aftercare.journeys.questionnaires.Runs;
import aftercare.journeys.scores.LowMoodRule;
import aftercare.journeys.scores.Scale;
import aftercare.journeys.scores.Score;
import aftercare.journeys.scores.ScoreRules;
import aftercare.journeys.scores.Scores;
import aftercare.platform.outbox.Outbox;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.journeys.LowMoodFound;
import aftercare.schemas.messaging.AnswerForm;
import aftercare.schemas.screening.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes scores of answers, and tells clinicians what the rules find in them. */
@Component
class CheckInScores {
    private static final int BEST_MOOD = 10;

    private final Scores scores;
    private final Answers answers;
    private final Runs runs;
    private final Outbox outbox;

    CheckInScores(Scores scores, Answers answers, Runs runs, Outbox outbox) {
        this.scores = scores;
        this.answers = answers;
        this.runs = runs;
        this.outbox = outbox;
    }

    /** What the answer counts as for whoever plans: the score of a questionnaire that is complete, else the answer itself; none for an item. */
    Optional<String> of(AskedQuestion question, String value, ReplyId reply, Level level, Instant now) {
        if (question.isItem()) {
            return ofItem(question, reply, level, now).map(String::valueOf);
        }
        if (isMood(question)) {
            keep(question, new Score(Scale.MOOD, Integer.parseInt(value), now), null, reply, level);
        }
        return Optional.of(value);
    }

    private static boolean isMood(AskedQuestion question) {
        var shape = question.shape();
        return shape.form() == AnswerForm.NUMBER && shape.min() == 0 && shape.max() == BEST_MOOD;
    }

    private Optional<Integer> ofItem(AskedQuestion question, ReplyId reply, Level level, Instant now) {
        return Optional.ofNullable(question.questionnaireId())
                .flatMap(runs::find)
                .filter(Run::isOpen)
                .flatMap(run -> total(question, run, reply, level, now));
    }

    /** Only a questionnaire whose every item is answered has a score. */
    private Optional<Integer> total(AskedQuestion question, Run run, ReplyId reply, Level level, Instant now) {
        var items = answers.itemsOf(run.id());
        if (items.size() < run.questionnaire().items().size()) {
            return Optional.empty();
        }
        int total = run.questionnaire().score(items);
        keep(question, new Score(Scale.of(run.instrument()), total, now), run, reply, level);
        runs.scored(run, now);
        return Optional.of(total);
    }

    private void keep(AskedQuestion question, Score score, @Nullable Run run, ReplyId reply, Level level) {
        var patient = question.patientId();
        var earlier = scores.plainlyOf(patient);
        scores.add(
                patient,
                score,
                question.touchpoint().code(),
                run == null ? null : run.id(),
                run == null ? null : run.wording(),
                Answers.SCORED_BY,
                reply);
        var found = ScoreRules.found(earlier, score);
        if (!found.isEmpty()) {
            scores.found(patient, reply, found, score.at());
            if (level == Level.ROUTINE) {
                tell(patient, reply, found, score.at());
            }
        }
    }

    /** A CONCERN is before a clinician already, with this very reply. */
    private void tell(PatientId patient, ReplyId reply, java.util.List<LowMoodRule> found, Instant now) {
        outbox.add(
                UUID.randomUUID(),
                patient.value(),
                now,
                new LowMoodFound(
                        patient, reply, found.stream().map(LowMoodRule::name).toList(), now));
    }
}
