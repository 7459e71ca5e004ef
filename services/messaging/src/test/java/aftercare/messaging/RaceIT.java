package aftercare.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.MessageId;
import aftercare.schemas.messaging.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S5: the webhook and the sender race for the same line, many times over. */
class RaceIT extends Scene {
    private static final int PATIENTS = 6;
    private static final int ROUNDS = 8;
    private static final int SPREAD_MILLIS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void from_the_commit_of_a_reply_no_text_begins_until_it_has_a_level(long seed) throws Exception {
        var random = new Random(seed);
        var patients = IntStream.range(0, PATIENTS).mapToObj(i -> enrolled()).toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var texts = patients.stream()
                        .map(patient -> request(patient, Purpose.CHECK_IN, "Text for " + patient))
                        .toList();
                var replies = patients.stream()
                        .map(patient -> CompletableFuture.supplyAsync(
                                () -> reply(patient, "hm"),
                                CompletableFuture.delayedExecutor(
                                        random.nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS, pool)))
                        .toList();
                for (var i = 0; i < PATIENTS; i++) {
                    var reply = replies.get(i).get(20, TimeUnit.SECONDS);
                    var text = texts.get(i);
                    soon().until(() -> begun(text) || "GATE".equals(column(text, "waits_for")));
                    assertThat(count(BEGUN_BEHIND, Map.of("reply", reply.value(), "text", text.value())))
                            .as("seed %d, round %d: begun after the reply was committed", seed, round)
                            .isZero();
                    routine(reply);
                    awaitState(text, "SENT");
                }
            }
        }
        for (var patient : patients) {
            assertThat(bodiesTo(patient)).hasSize(ROUNDS + 1);
        }
    }

    // The reply's row and the begun text draw their numbers from one sequence, under the line's lock.
    private static final String BEGUN_BEHIND = """
            SELECT count(*) FROM message m JOIN reply r ON r.id = :reply
             WHERE m.id = :text AND m.sending_no > r.no AND r.level IS NULL
            """;

    private boolean begun(MessageId text) {
        return List.of("SENDING", "SENT").contains(state(text));
    }
}
