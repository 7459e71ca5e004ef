package aftercare.training;

import aftercare.screening.model.Kind;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * One text to learn from.
 *
 * @param kind what it is; absent where all that is known is that nobody has to be paged
 * @param asked the clinic's last text, or empty
 */
record Lesson(@Nullable Kind kind, float weight, String asked, String said) {

    static Lesson of(TaughtReply reply, float weight) {
        return new Lesson(reply.kind(), weight, reply.asked(), reply.said());
    }

    static Lesson harmless(String text, float weight) {
        return new Lesson(null, weight, "", text);
    }

    Cut cut(HuggingFaceTokenizer tokenizer) {
        var cut = asked.isEmpty() ? tokenizer.encode(said) : tokenizer.encode(asked, said);
        return new Cut(this, cut.getIds(), cut.getTypeIds());
    }

    /** As the network reads it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cut(Lesson lesson, long[] tokens, long[] types) {}
}
