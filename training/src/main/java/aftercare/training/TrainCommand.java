package aftercare.training;

import aftercare.screening.model.Encoder;
import aftercare.screening.model.Pretrained;
import aftercare.screening.model.Tensors;
import aftercare.screening.model.TextModel;
import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code TrainCommand ENCODER REPLIES TARGET [PUBLIC]}: teaches the model from the folder of labelled replies, and from public texts where a folder
 * of them is given, and writes what it learned to the target folder. Seeds and order are fixed.
 */
public final class TrainCommand {
    private static final long SEED = 7;
    private static final int LONGEST = 64;
    private static final float VARIED = 0.7f;

    private TrainCommand() {}

    public static void main(String[] args) throws IOException, OrtException {
        if (args.length < 3) {
            System.err.println("TrainCommand MINILM|BGE_SMALL REPLIES TARGET [PUBLIC]");
            System.exit(64);
        }
        var replies = RepliesFolder.read(Path.of(args[1]));
        var harmless =
                args.length > 3 ? PublicTexts.harmless(Path.of(args[3]), SEED, System.err::println) : List.<Lesson>of();
        System.err.println(replies.size() + " labelled replies, " + harmless.size() + " public texts");
        var target = Path.of(args[2]);
        var file = EncoderFile.read(Pretrained.valueOf(args[0]));
        var taught = lessons(replies, 1);
        var varied = lessons(new Variations(SEED).of(replies), VARIED);
        var tensors = Rounded.of(network(all(List.of(taught, varied, harmless)), file), file);
        words(all(List.of(taught, harmless)), tensors);
        try (var encoder = TextModel.encoder(tensors)) {
            ShownExamples.chosen(replies, SEED).write(encoder, tensors, target.resolve(TextModel.EXAMPLES));
        }
        write(tensors, target.resolve(TextModel.WEIGHTS));
        Vocabularies.write(replies, target);
    }

    private static List<Lesson> lessons(List<TaughtReply> replies, float weight) {
        return replies.stream()
                .filter(reply -> !reply.said().isBlank())
                .map(reply -> Lesson.of(reply, weight))
                .toList();
    }

    private static List<Lesson> all(List<List<Lesson>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static void words(List<Lesson> lessons, Tensors tensors) {
        var trainer = new WordTrainer(SEED);
        trainer.teach(lessons);
        trainer.put(tensors);
    }

    private static Map<String, float[]> network(List<Lesson> lessons, EncoderFile file) throws IOException {
        Engine.getInstance().setRandomSeed((int) SEED);
        try (var manager = NDManager.newBaseManager(Device.cpu());
                var tokenizer = Encoder.tokenizer(file.pretrained(), LONGEST)) {
            var network = new Network(file, manager, SEED);
            new Trainer(network, manager, SEED, System.err::println).teach(lessons, tokenizer);
            var learned = new LinkedHashMap<String, float[]>();
            network.trained().forEach((name, array) -> learned.put(name, array.toFloatArray()));
            return learned;
        }
    }

    private static void write(Tensors tensors, Path file) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            tensors.write(out);
        }
    }
}
