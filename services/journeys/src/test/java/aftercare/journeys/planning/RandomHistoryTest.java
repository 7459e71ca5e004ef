package aftercare.journeys.planning;

import aftercare.journeys.facts.Fact;
import aftercare.journeys.facts.PatientHistory;
import aftercare.schemas.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories, told twice, late and in any order. The seed names the history, so that a failure can be played again. Ten seeds of a
 * hundred each here; {@code -Dhistories=1000} plays all ten thousand, which takes some ten minutes.
 */
class RandomHistoryTest {
    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final PatientId PATIENT = new PatientId("p");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_promise_is_broken_and_the_final_plan_is_the_same_in_whatever_order_the_facts_came(long seed) {
        for (int number = 0; number < HISTORIES; number++) {
            long own = seed * 1_000_000 + number;
            try {
                check(new Random(own));
            } catch (RuntimeException broken) {
                throw new AssertionError("History with seed " + own + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static void check(Random random) {
        var told = RandomHistory.of(random);
        var known = new Playing(told, random).play();
        var now = RandomHistory.START.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
        var plan = plan(known, now);
        if (!plan(reordered(known, told, random), now).equals(plan)) {
            throw new Playing.Broken("the plan depends on the order of the facts, at " + now);
        }
        var standing = laidOver(told.facts(), told, now);
        var otherwise = laidOver(shuffled(told.facts(), random), told, now);
        if (!standing.equals(otherwise)) {
            var differing = new HashSet<>(standing.entrySet());
            differing.addAll(otherwise.entrySet());
            differing.removeIf(row ->
                    standing.entrySet().contains(row) && otherwise.entrySet().contains(row));
            throw new Playing.Broken(
                    "what stands in the end depends on the order of the facts, at " + now + ": " + differing);
        }
    }

    /** The same facts twice or once and in any order, and the same for answers. */
    private static Known reordered(Known known, RandomHistory told, Random random) {
        var answers = new ArrayList<>(known.answers());
        Collections.shuffle(answers, random);
        var facts = new ArrayList<>(told.facts());
        known.answers().forEach(answer -> facts.add(new Fact.Wrote(answer.at())));
        return new Known(
                PatientHistory.of(shuffled(facts, random)),
                known.standing(),
                answers,
                known.pauses(),
                known.closures());
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        var shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, random.nextInt(facts.size())));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What is open once every fact was planned for as it came, all within a moment. */
    private static Map<UUID, Object> laidOver(List<Fact> facts, RandomHistory told, Instant now) {
        var rows = new LinkedHashMap<UUID, PlannedTouchpoint>();
        int step = Math.max(1, facts.size() / 2);
        for (int upTo = step; upTo < facts.size() + step; upTo += step) {
            var history = PatientHistory.of(facts.subList(0, Math.min(upTo, facts.size())));
            var known = new Known(history, List.copyOf(rows.values()), List.of(), told.pauses(), told.closures());
            new Changes(PATIENT, now)
                    .between(known.standing(), plan(known, now))
                    .forEach(change -> rows.put(change.touchpoint().id(), change.touchpoint()));
        }
        return rows.values().stream()
                .filter(row -> row.state() == State.PLANNED)
                .collect(Collectors.toMap(
                        PlannedTouchpoint::id,
                        row -> List.of(row.touchpoint(), String.valueOf(row.window()), row.why())));
    }

    private static Plan plan(Known known, Instant now) {
        return Planner.plan(known, Told.SHIPPED, Told.NEW_YORK, now);
    }
}
