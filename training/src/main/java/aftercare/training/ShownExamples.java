package aftercare.training;

import aftercare.screening.model.Encoder;
import aftercare.screening.model.Kind;
import aftercare.screening.model.Tensors;
import aftercare.screening.model.TextModel;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The examples that staff may be shown beside a verdict: those a human looks at in full, of the everyday ones a sample. */
final class ShownExamples {
    private static final int LONGEST = 140;
    private static final int EVERYDAY = 600;
    private final List<TaughtReply> replies;

    private ShownExamples(List<TaughtReply> replies) {
        this.replies = replies;
    }

    static ShownExamples chosen(List<TaughtReply> replies, long seed) {
        var chosen = new ArrayList<TaughtReply>();
        for (var kind : Kind.values()) {
            var ofKind = new ArrayList<>(replies.stream()
                    .filter(reply -> reply.kind() == kind && reply.isAlone())
                    .filter(reply -> !reply.said().isEmpty() && reply.said().length() <= LONGEST)
                    .toList());
            Collections.shuffle(ofKind, new Random(seed));
            chosen.addAll(ofKind.subList(0, Math.min(ofKind.size(), most(kind))));
        }
        return new ShownExamples(chosen);
    }

    private static int most(Kind kind) {
        return switch (kind) {
            case CRISIS, NOW, SOON, NEXT -> Integer.MAX_VALUE;
            case COURTESY, REQUEST, ANSWER, OPT_OUT -> EVERYDAY;
        };
    }

    /** The texts go to the file, their places among the weights. */
    void write(Encoder encoder, Tensors tensors, Path file) throws IOException, OrtException {
        var places = new ByteArrayOutputStream();
        var lines = new ArrayList<String>();
        for (var reply : replies) {
            places.writeBytes(TextModel.place(encoder.encode("", reply.said())));
            lines.add(reply.kind() + "\t" + reply.said());
        }
        Files.write(file, lines);
        TextModel.putPlaces(tensors, places.toByteArray(), replies.size());
    }
}
