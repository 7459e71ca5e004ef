package aftercare.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.cases.CaseColumns;
import aftercare.escalation.cases.CaseState;
import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.cases.Declining.Declined;
import aftercare.escalation.cases.Offering.Offered;
import aftercare.escalation.cases.Taking;
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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random nights of one case: takes, claims, offers, calls, silence, lost pages, graver replies, restarts, endings and re-openings in any order.
 * Seeds are fixed, so a failure repeats.
 */
class CaseNeverSilentTest {
    private static final Duration REMIND = Duration.ofMinutes(15);
    private static final Duration ANSWER_RISEN = Duration.ofMinutes(5);
    private static final int REMINDERS = 2;
    private static final Duration LONGEST_SILENCE = REMIND;
    private static final List<StaffId> PEOPLE = List.of(new StaffId("rosa"), new StaffId("sam"), new StaffId("mira"));

    static List<Integer> seeds() {
        return IntStream.range(0, 2000).boxed().toList();
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
        private final PagingPolicy policy = new PagingPolicy(REMIND, REMINDERS, Duration.ofMinutes(1));
        private final List<StaffId> pagedInARow = new ArrayList<>();
        private final Set<StaffId> believeTheyHaveIt = new HashSet<>();
        private Instant now = Instant.parse("2026-11-01T05:00:00Z");
        private CaseState state = new Open();
        private @Nullable Pursuit pursuit = Climb.start(now);
        private int pushesInARow;

        Night(Random random) {
            this.random = random;
        }

        void goOn() {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> waitForWhatIsDue();
                case 3 -> take(anybody());
                case 4 -> claim(anybody());
                case 5 -> offer(anybody(), anybody());
                case 6 -> decline(anybody());
                case 7 -> call(anybody());
                case 8 -> stillWorking(anybody());
                case 9 -> loseAPage();
                case 10 -> aGraverReplyJoins();
                case 11 -> restart();
                case 12 -> now = now.plusSeconds(random.nextInt(400));
                default -> endOrReopen();
            }
        }

        private StaffId anybody() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }

        void mustHold() {
            assertThat(state.isResolved()).isEqualTo(pursuit == null);
            if (pursuit != null) {
                assertThat(pursuit.dueAt()).isBeforeOrEqualTo(now.plus(LONGEST_SILENCE));
                assertThat(pursuit instanceof Climb).isEqualTo(state.needsSomeone());
            }
            if (state instanceof Acknowledged(var by, var at, var grip)) {
                assertThat(believeTheyHaveIt).containsExactly(by);
                assertThat(grip.lapsed() && grip.onPhone()).isFalse();
            }
            assertThat(pushesInARow).isLessThanOrEqualTo(1);
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
                case PageStep(var round, var step, var rung, var next) -> {
                    pagedInARow.addAll(rung.people());
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
            hear(state.take(who, now), who, false);
        }

        private void claim(StaffId who) {
            hear(state.claim(who, now), who, true);
        }

        /** Everybody hears what became of what they said, and whoever lost the case is told. */
        private void hear(Taking taking, StaffId who, boolean calls) {
            switch (taking) {
                case Taken(var taken) -> {
                    assertThat(believeTheyHaveIt).isEmpty();
                    own(taken, who);
                }
                case TakenOver(var from, var taken) -> {
                    assertThat(believeTheyHaveIt).containsExactly(from);
                    assertThat(from).isNotEqualTo(who);
                    believeTheyHaveIt.remove(from);
                    own(taken, who);
                }
                case AlreadyYours(var taken, var wasQuiet) -> {
                    assertThat(believeTheyHaveIt).containsExactly(who);
                    state = taken;
                    if (wasQuiet || calls) {
                        accompany();
                    } else {
                        push();
                    }
                }
                case AlreadyTaken(var by, var at) -> {
                    assertThat(by).isNotEqualTo(who);
                    assertThat(believeTheyHaveIt).containsExactly(by);
                }
                case AlreadyResolved ignored -> assertThat(pursuit).isNull();
                case NoSuchCase ignored -> throw new AssertionError("The case was lost");
            }
        }

        private void own(Acknowledged taken, StaffId who) {
            state = taken;
            believeTheyHaveIt.add(who);
            accompany();
        }

        private void accompany() {
            pursuit = Remind.start(REMIND, now);
            pushesInARow = 0;
        }

        private void push() {
            if (pursuit instanceof Remind remind) {
                pushesInARow += remind.pushed() ? 0 : 1;
                pursuit = remind.push(REMIND, now);
            }
        }

        /** An offer changes neither the owner nor what is due. */
        private void offer(StaffId who, StaffId to) {
            if (!who.equals(to) && state.offer(who, to, now) instanceof Offered(var offered)) {
                assertThat(believeTheyHaveIt).containsExactly(offered.by());
                state = offered;
            }
        }

        private void decline(StaffId who) {
            if (state.decline(who) instanceof Declined(var owner, var to, var kept)) {
                assertThat(believeTheyHaveIt).containsExactly(owner);
                assertThat(List.of(owner, to)).contains(who);
                state = kept;
            }
        }

        private void call(StaffId who) {
            if (isOf(who)) {
                state = state.called(who);
                accompany();
            } else {
                assertThat(state.called(who)).isEqualTo(state);
            }
        }

        private void stillWorking(StaffId who) {
            if (!isOf(who)) {
                assertThat(state.worked(who)).isEqualTo(state);
            } else if (state.needsSomeone()) {
                state = state.worked(who);
                accompany();
            } else {
                push();
            }
        }

        private boolean isOf(StaffId who) {
            return state instanceof Acknowledged(var by, var at, var grip) && by.equals(who);
        }

        private void loseAPage() {
            if (pursuit instanceof Climb(var round, var step, var dueAt) && step > 1) {
                pursuit = PagingPolicy.moveOn(pursuit, round, step - 1, now);
            }
        }

        /** Whoever has it answers within five minutes, or on-call is paged. */
        private void aGraverReplyJoins() {
            if (pursuit instanceof Remind remind) {
                pursuit = remind.risen(REMINDERS, ANSWER_RISEN, now);
                pushesInARow = 0;
                assertThat(pursuit.dueAt()).isBeforeOrEqualTo(now.plus(ANSWER_RISEN));
                assertThat(policy.decide(pursuit, rungs(), now)).isInstanceOf(LetLapse.class);
            }
        }

        /** All that is left is what lies in the row. */
        private void restart() {
            var found = CaseColumns.of(state).toState();
            assertThat(found).isEqualTo(state);
            state = found;
        }

        private void endOrReopen() {
            if (state.isResolved()) {
                state = new Open();
                pursuit = Climb.start(now);
            } else if (random.nextInt(4) == 0) {
                state = new Resolved(anybody(), now);
                pursuit = null;
                believeTheyHaveIt.clear();
            }
        }
    }
}
