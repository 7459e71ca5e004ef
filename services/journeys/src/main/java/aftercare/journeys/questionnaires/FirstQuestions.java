package aftercare.journeys.questionnaires;

import aftercare.journeys.definition.Asks;
import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaire;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.journeys.planning.PlannedTouchpoint;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a touchpoint's question is put when its text goes out; of a questionnaire, its first item, and whether it may begin at all. */
@Component
public class FirstQuestions {
    private final Runs runs;
    private final OnCallCover cover;

    FirstQuestions(Runs runs, OnCallCover cover) {
        this.runs = runs;
        this.cover = cover;
    }

    /**
     * A question as it is put.
     *
     * @param question none where the text asks nothing
     * @param window when it may be sent
     * @param words what stands behind the touchpoint's own text
     */
    public record Put(@Nullable Question question, Window window, String words) {}

    /** Empty when nobody is surely there to hear what may be answered. The caller's transaction holds the patient's lock. */
    public Optional<Put> put(PlannedTouchpoint requested, @Nullable Asks asks, String language, Instant now) {
        var window = Objects.requireNonNull(requested.window());
        if (asks == null) {
            return Optional.of(new Put(null, window, ""));
        }
        var instrument = asks.instrument();
        return instrument == null
                ? Optional.of(new Put(
                        Shape.of(asks)
                                .question(
                                        requested.questionIdOfThisRevision(),
                                        requested.touchpoint(),
                                        asks.answerWithin()),
                        window,
                        ""))
                : begin(requested, asks, instrument, language, now);
    }

    private Optional<Put> begin(
            PlannedTouchpoint requested, Asks asks, Instrument instrument, String language, Instant now) {
        var questionnaire = Questionnaires.shipped().of(instrument);
        var when = RiskWindow.of(questionnaire, Objects.requireNonNull(requested.window()), asks.answerWithin(), now);
        if (!mayBegin(questionnaire, when, now)) {
            return Optional.empty();
        }
        runs.replaced(requested, now);
        runs.begin(requested, instrument, language, now, when.endsAt());
        return Optional.of(new Put(
                Shape.of(questionnaire, 1)
                        .question(requested.questionIdOfThisRevision(), requested.touchpoint(), when.answerWithin()),
                when.send(),
                " " + Questionnaires.shipped().firstItem(instrument, language)));
    }

    private boolean mayBegin(Questionnaire questionnaire, RiskWindow when, Instant now) {
        return !questionnaire.asksAboutRisk() || cover.covers(now, when.endsAt());
    }
}
