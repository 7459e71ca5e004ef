package aftercare.training;

import aftercare.screening.model.Encoder;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code TrainCommand REPLIES TARGET [PUBLIC]}: teaches the model from the folder of labelled replies, and from public texts where a folder
 * of them is given, and writes what it learned to the target folder. Seeds and order are fixed.
 */
public final class TrainCommand {
    private static final long SEED = 7;
    private static final int LONGEST = 64;
    private static final float VARIED = 0.7f;
    private static final float PUBLIC = 0.5f;

    private TrainCommand() {}

    public static void main(String[] args) throws IOException, OrtException {
        if (args.length < 2) {
            System.err.println("TrainCommand REPLIES TARGET [PUBLIC]");
            System.exit(64);
        }
        var replies = RepliesFolder.read(Path.of(args[0]));
        var harmless = args.length > 2 ? PublicTexts.harmless(Path.of(args[2]), SEED) : List.<String>of();
        System.err.println(replies.size() + " labelled replies, " + harmless.size() + " public texts");
        var target = Path.of(args[1]);
        var file = EncoderFile.read();
        var tensors = Rounded.of(learned(lessons(replies, harmless), file), file);
        try (var encoder = new Encoder(TextModel.withoutHead(tensors))) {
            ShownExamples.chosen(replies, SEED).write(encoder, tensors, target.resolve(TextModel.EXAMPLES));
        }
        write(tensors, target.resolve(TextModel.WEIGHTS));
        Vocabularies.write(replies, target);
    }

    private static List<Lesson> lessons(List<TaughtReply> replies, List<String> harmless) throws IOException {
        var lessons = new ArrayList<Lesson>();
        try (var tokenizer = Encoder.tokenizer(LONGEST)) {
            for (var reply : replies) if (!reply.said().isEmpty()) lessons.add(Lesson.of(reply, 1, tokenizer));
            for (var reply : new Variations(SEED).of(replies))
                if (!reply.said().isBlank()) lessons.add(Lesson.of(reply, VARIED, tokenizer));
            for (var text : harmless) if (!text.isEmpty()) lessons.add(Lesson.harmless(text, PUBLIC, tokenizer));
        }
        return lessons;
    }

    private static Map<String, float[]> learned(List<Lesson> lessons, EncoderFile file) {
        Engine.getInstance().setRandomSeed((int) SEED);
        try (var manager = NDManager.newBaseManager(Device.cpu())) {
            var network = new Network(file, manager, SEED);
            new Trainer(network, manager, SEED, System.err::println).teach(lessons);
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
