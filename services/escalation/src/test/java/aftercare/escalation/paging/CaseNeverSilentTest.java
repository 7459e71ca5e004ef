package aftercare.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.CaseState;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.NoSuchCase;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.escalation.oncall.Rung;
import aftercare.escalation.paging.Move.FindNobody;
import aftercare.escalation.paging.Move.LetLapse;
import aftercare.escalation.paging.Move.PageStep;
import aftercare.escalation.paging.Move.RemindOwner;
import aftercare.escalation.paging.Pursuit.Climb;
import aftercare.escalation.paging.Pursuit.Remind;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random nights: takes, lost pages, silence, notes, endings and re-openings in any order. Seeds are fixed, so a failure repeats. */
class CaseNeverSilentTest {
    private static final Duration REMIND = Duration.ofMinutes(15);
    private static final Duration LONGEST_SILENCE = REMIND;
    private static final List<StaffId> PEOPLE = List.of(new StaffId("rosa"), new StaffId("sam"), new StaffId("mira"));

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_unresolved_case_is_never_lost_never_silent_and_never_has_two_owners(int seed) {
        var night = new Night(new Random(seed));
        for (var i = 0; i < 200; i++) {
            night.goOn();
            night.mustHold();
        }
        night.everyoneIsPagedInTheEnd();
    }

    private static final class Night {
        private final Random random;
        private final PagingPolicy policy = new PagingPolicy(REMIND, 2, Duration.ofMinutes(1));
        private final List<StaffId> pagedInARow = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-01T05:00:00Z");
        private CaseState state = new Open();
        private @Nullable Pursuit pursuit = Climb.start(now);
        private @Nullable StaffId owner;

        Night(Random random) {
            this.random = random;
        }

        void goOn() {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> waitForWhatIsDue();
                case 3 -> take(PEOPLE.get(random.nextInt(PEOPLE.size())));
                case 4 -> loseAPage();
                case 5 -> work(PEOPLE.get(random.nextInt(PEOPLE.size())));
                case 6 -> now = now.plusSeconds(random.nextInt(400));
                default -> endOrReopen();
            }
        }

        void mustHold() {
            assertThat(state.isResolved()).isEqualTo(pursuit == null);
            if (pursuit != null) {
                assertThat(pursuit.dueAt()).isBeforeOrEqualTo(now.plus(LONGEST_SILENCE));
                assertThat(pursuit instanceof Climb).isEqualTo(state.needsSomeone());
            }
            if (state instanceof Acknowledged(var by, var at, var lapsed)) {
                assertThat(by).isEqualTo(owner);
            }
        }

        /** Left alone from here, a round reaches all of them, unless a human has ended the case. */
        void everyoneIsPagedInTheEnd() {
            pagedInARow.clear();
            for (var i = 0; i < 40 && pursuit != null; i++) {
                waitForWhatIsDue();
            }
            if (!state.isResolved()) {
                assertThat(pagedInARow).containsAll(PEOPLE);
            }
        }

        private void waitForWhatIsDue() {
            if (pursuit == null) {
                return;
            }
            now = pursuit.dueAt().isAfter(now) ? pursuit.dueAt() : now;
            switch (policy.decide(pursuit, rungs(), now)) {
                case PageStep(var round, var step, var people, var next) -> {
                    pagedInARow.addAll(people);
                    pursuit = next;
                }
                case FindNobody(var next) -> pursuit = next;
                case RemindOwner(var next) -> pursuit = next;
                case LetLapse() -> {
                    state = state.lapse();
                    pursuit = Climb.start(now);
                }
            }
        }

        /** The first rungs may be empty, the last one never is. */
        private List<Rung> rungs() {
            var five = Duration.ofMinutes(5);
            var first = random.nextInt(5) == 0 ? List.<StaffId>of() : List.of(PEOPLE.get(0));
            var second = random.nextInt(5) == 0 ? List.<StaffId>of() : List.of(PEOPLE.get(1));
            return List.of(new Rung(first, five), new Rung(second, five), new Rung(PEOPLE, five));
        }

        private void take(StaffId who) {
            switch (state.take(who, now)) {
                case Taken(var taken) -> own(taken, who);
                case TakenOver(var from, var taken) -> {
                    assertThat(from).isEqualTo(owner);
                    own(taken, who);
                }
                case AlreadyYours(var taken, var wasQuiet) -> own(taken, who);
                case AlreadyTaken(var by, var at) ->
                    assertThat(by).isEqualTo(owner).isNotEqualTo(who);
                case AlreadyResolved ignored -> assertThat(pursuit).isNull();
                case NoSuchCase ignored -> throw new AssertionError("The case was lost");
            }
        }

        private void own(Acknowledged taken, StaffId who) {
            state = taken;
            owner = who;
            pursuit = new Remind(0, now.plus(REMIND));
        }

        private void loseAPage() {
            if (pursuit instanceof Climb(var round, var step, var dueAt) && step > 1) {
                pursuit = PagingPolicy.moveOn(pursuit, round, step - 1, now);
            }
        }

        private void work(StaffId who) {
            var worked = state.worked(who);
            if (worked instanceof Acknowledged(var by, var at, var lapsed) && by.equals(who)) {
                state = worked;
                pursuit = new Remind(0, now.plus(REMIND));
            }
        }

        private void endOrReopen() {
            if (state.isResolved()) {
                state = new Open();
                pursuit = Climb.start(now);
            } else if (random.nextInt(4) == 0) {
                state = new Resolved(PEOPLE.getFirst(), now);
                pursuit = null;
            }
        }
    }
}
