package aftercare.training;

import aftercare.screening.model.Kind;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * One text as the network learns from it.
 *
 * @param kind what it is; absent where all that is known is that nobody has to be paged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lesson(@Nullable Kind kind, float weight, long[] tokens, long[] types) {

    static Lesson of(TaughtReply reply, float weight, HuggingFaceTokenizer tokenizer) {
        var cut = reply.asked().isEmpty()
                ? tokenizer.encode(reply.said())
                : tokenizer.encode(reply.asked(), reply.said());
        return new Lesson(reply.kind(), weight, cut.getIds(), cut.getTypeIds());
    }

    static Lesson harmless(String text, float weight, HuggingFaceTokenizer tokenizer) {
        var cut = tokenizer.encode(text);
        return new Lesson(null, weight, cut.getIds(), cut.getTypeIds());
    }
}
