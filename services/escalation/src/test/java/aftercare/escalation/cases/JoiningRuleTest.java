package aftercare.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JoiningRuleTest {
    private static final Instant NOW = Instant.parse("2026-03-04T02:14:00Z");
    private static final LineId HOME = LineId.random();
    private static final LineId WORK = LineId.random();
    private static final PatientId ANA = new PatientId("ana");
    private static final PatientId BEN = new PatientId("ben");
    private static final List<Cause> CAUSES = List.of(Cause.values());

    @Test
    void a_reply_by_another_phone_of_the_same_patient_joins() {
        var open = opened(HOME, List.of(ANA), Cause.CRISIS, NOW);

        assertThat(JoiningRule.choose(List.of(open), WORK)).contains(open);
        assertThat(open.joinedBy(Cause.CONCERN_NOW, WORK, List.of(ANA, BEN)).lineIds())
                .containsExactly(HOME, WORK);
    }

    @Test
    void of_two_cases_that_of_the_phone_comes_first_then_the_gravest_then_the_oldest() {
        var ofHome = opened(HOME, List.of(ANA), Cause.CONCERN_NOW, NOW);
        var ofWork = opened(WORK, List.of(BEN), Cause.CRISIS, NOW.minusSeconds(60));
        var older = opened(LineId.random(), List.of(BEN), Cause.CRISIS, NOW.minusSeconds(90));

        assertThat(JoiningRule.choose(List.of(ofWork, ofHome), HOME)).contains(ofHome);
        assertThat(JoiningRule.choose(List.of(ofHome, ofWork), LineId.random())).contains(ofWork);
        assertThat(JoiningRule.choose(List.of(ofWork, older), LineId.random())).contains(older);
        assertThat(JoiningRule.choose(List.of(), HOME)).isEmpty();
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 500).boxed().toList();
    }

    /** Replies of six patients by five phones, any phone shared by any of them, and endings between. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_reply_is_in_one_case_that_has_its_phone_and_its_patients(int seed) {
        var random = new Random(seed);
        var phones = Stream.generate(LineId::random).limit(5).toList();
        var patients =
                IntStream.range(0, 6).mapToObj(i -> new PatientId("p" + i)).toList();
        var world = new World();
        for (var i = 0; i < 60; i++) {
            if (random.nextInt(5) == 0) {
                world.resolveOne(random);
            } else {
                var behind = new ArrayList<>(patients);
                Collections.shuffle(behind, random);
                var cause = CAUSES.get(random.nextInt(CAUSES.size()));
                world.reply(phones.get(random.nextInt(phones.size())), behind.subList(0, random.nextInt(4)), cause, i);
            }
        }
    }

    private static final class World {
        private final Map<EscalationId, Case> cases = new HashMap<>();

        void reply(LineId line, List<PatientId> patients, Cause cause, int second) {
            var before = unresolved();
            var about = before.stream()
                    .filter(open -> open.lineIds().contains(line)
                            || open.patientIds().stream().anyMatch(patients::contains))
                    .toList();
            var chosen = JoiningRule.choose(about, line)
                    .map(open -> open.joinedBy(cause, line, patients))
                    .orElseGet(() -> opened(line, patients, cause, NOW.plusSeconds(second)));
            cases.put(chosen.id(), chosen);

            assertThat(about.isEmpty()).isEqualTo(unresolved().size() == before.size() + 1);
            assertThat(chosen.lineIds()).contains(line);
            assertThat(chosen.patientIds()).containsAll(patients).doesNotHaveDuplicates();
            assertThat(Causes.isHigher(cause, chosen.cause())).isFalse();
            assertThat(unresolved().stream().filter(open -> open.lineId().equals(line)))
                    .hasSizeLessThanOrEqualTo(1);
        }

        void resolveOne(Random random) {
            var open = unresolved();
            if (!open.isEmpty()) {
                var ended = open.get(random.nextInt(open.size()));
                cases.put(ended.id(), ended.in(new Resolved(new StaffId("rosa"), NOW)));
            }
        }

        private List<Case> unresolved() {
            return cases.values().stream()
                    .filter(known -> !known.state().isResolved())
                    .toList();
        }
    }

    private static Case opened(LineId line, List<PatientId> patients, Cause cause, Instant at) {
        return new Case(EscalationId.random(), List.of(line), patients, cause, "K7", at, new Open(), Origin.PATIENT);
    }
}
