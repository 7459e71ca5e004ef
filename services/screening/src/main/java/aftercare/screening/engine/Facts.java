package aftercare.screening.engine;

import aftercare.schemas.screening.Ending;
import aftercare.screening.answers.AnswerReading;
import aftercare.screening.lexicon.Finding;
import aftercare.screening.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * Everything the policy weighs.
 *
 * @param together the evidence of the reply joined with the patient's texts just before it
 * @param topics what it asks about, where the rules know
 * @param onlyOptOut whether the reply is a wish for no more texts and otherwise harmless
 * @param unreadScript whether the reply is in a script or language that only explicit risk is known of
 * @param english whether the model may be trusted with its everyday talk
 * @param spanish the same, but with more care
 */
record Facts(
        Reply reply,
        Words words,
        Evidence alone,
        Evidence together,
        Optional<Keywords.Kind> keyword,
        AnswerReading answer,
        Optional<Ending> everyday,
        List<String> topics,
        List<Finding> optOut,
        boolean onlyOptOut,
        boolean unreadScript,
        boolean tooLong,
        boolean english,
        boolean spanish,
        Advice advice) {

    Facts with(Advice other) {
        return new Facts(
                reply,
                words,
                alone,
                together,
                keyword,
                answer,
                everyday,
                topics,
                optOut,
                onlyOptOut,
                unreadScript,
                tooLong,
                english,
                spanish,
                other);
    }
}
