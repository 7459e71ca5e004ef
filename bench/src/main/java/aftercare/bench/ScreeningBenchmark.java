package aftercare.bench;

import aftercare.screening.engine.Advisor;
import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Verdict;
import aftercare.screening.model.TextModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Screens replies of about 15 words of every kind, one after the other, on one thread: by rules alone, and by rules and model. */
@State(Scope.Thread)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
public class ScreeningBenchmark {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 17;
    private final Engine both = Engine.shipped();
    private final Engine rules = Engine.with(Advisor.none());
    private List<Reply> replies = List.of();
    private int next;

    /** @throws IOException when the shipped examples cannot be read */
    @Setup
    public void examples() throws IOException {
        try (var file = Objects.requireNonNull(TextModel.class.getResourceAsStream(TextModel.EXAMPLES))) {
            replies = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2)[1])
                    .filter(text -> text.split(" ").length >= SHORTEST && text.split(" ").length <= LONGEST)
                    .map(text -> new Reply(text, 0, List.of(), null, true, false, "en"))
                    .toList();
        }
    }

    @Benchmark
    public Verdict byRulesAndModel() {
        return both.screen(reply());
    }

    @Benchmark
    public Verdict byRulesAlone() {
        return rules.screen(reply());
    }

    private Reply reply() {
        next = (next + 1) % replies.size();
        return replies.get(next);
    }
}
