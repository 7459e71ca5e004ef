package aftercare.journeys.progress;

import aftercare.journeys.scores.Scale;
import aftercare.journeys.scores.Scores;
import aftercare.schemas.ReplyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score.
 *
 * @param most the highest there can be
 * @param band what the publisher calls it; none for a mood
 * @param loinc code of the total; none for a mood
 */
record ScoreView(
        UUID scoreId,
        Scale scale,
        int value,
        int most,
        @Nullable String band,
        @Nullable String loinc,
        String touchpoint,
        @Nullable UUID questionnaireId,
        @Nullable String wording,
        String scoredBy,
        ReplyId replyId,
        Instant at) {
    static ScoreView of(Scores.Kept kept) {
        var score = kept.score();
        return new ScoreView(
                kept.id(),
                score.scale(),
                score.value(),
                score.scale().most(),
                score.scale().band(score.value()).orElse(null),
                score.scale().loinc().orElse(null),
                kept.touchpoint(),
                kept.questionnaireId(),
                kept.wording(),
                kept.scoredBy(),
                kept.replyId(),
                score.at());
    }
}
