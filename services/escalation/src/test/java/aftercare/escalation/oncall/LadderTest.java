package aftercare.escalation.oncall;

import static aftercare.escalation.oncall.ContactKind.EMAIL;
import static aftercare.escalation.oncall.ContactKind.SMS;
import static aftercare.escalation.oncall.ContactKind.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final StaffId ROSA = new StaffId("rosa");
    private static final StaffId SAM = new StaffId("sam");
    private static final StaffId MIRA = new StaffId("mira");
    private static final StaffId NEW = new StaffId("new");
    private static final StaffId FRED = new StaffId("fred");
    private static final StaffId NIGHTLINE = new StaffId("answering:nightline");
    private static final List<Staff> PEOPLE = List.of(
            clinician(ROSA),
            clinician(SAM),
            clinician(NEW),
            new Staff(MIRA, "Mira", null, Set.of(Role.CLINICIAN, Role.ADMIN)),
            new Staff(FRED, "Fred", null, Set.of(Role.FRONT_DESK)));
    private static final Reach REACH = new Reach(
            Map.of(
                    ROSA, Set.of(SMS, VOICE),
                    SAM, Set.of(EMAIL),
                    MIRA, Set.of(SMS),
                    FRED, Set.of(SMS),
                    NIGHTLINE, Set.of(VOICE)),
            Map.of(NEW, Set.of(SMS), SAM, Set.of(SMS)));

    @Test
    void a_step_reaches_those_who_have_verified_a_way_that_it_uses() {
        assertThat(rungs(step("rosa", "sam", "new")).getFirst().people()).containsExactly(ROSA);
    }

    @Test
    void everyone_means_every_clinician_and_those_who_have_verified_nothing_are_tried_too() {
        assertThat(rungs(step("everyone")).getFirst().people()).containsExactly(ROSA, NEW, MIRA);
    }

    @Test
    void the_last_rungs_are_there_although_no_step_names_them() {
        var rungs = rungs(step("rosa"));

        assertThat(rungs)
                .extracting(Rung::people)
                .containsExactly(List.of(ROSA), List.of(ROSA, NEW, MIRA), List.of(MIRA));
    }

    @Test
    void a_step_for_everyone_and_the_director_needs_no_other() {
        assertThat(rungs(step("rosa"), step("everyone", "director"))).hasSize(2);
        assertThat(rungs(step("everyone"), step("director"))).hasSize(2);
        assertThat(rungs(step("director"), step("everyone"))).hasSize(3);
    }

    @Test
    void a_rotation_is_whoever_has_the_turn() {
        var policy = policy(step("rotation:nights"), step("rotation:days"));

        assertThat(new Ladder(PEOPLE, REACH, new Duty(Map.of("nights", ROSA), Set.of())).rungs(policy))
                .extracting(Rung::people)
                .startsWith(List.of(ROSA), List.of());
    }

    @Test
    void time_off_takes_somebody_out_of_a_step_but_not_out_of_everyone() {
        var ladder = new Ladder(PEOPLE, REACH, new Duty(Map.of(), Set.of(ROSA)));

        assertThat(ladder.rungs(policy(step("rosa"), step("everyone", "director"))))
                .extracting(Rung::people)
                .containsExactly(List.of(), List.of(ROSA, NEW, MIRA));
    }

    @Test
    void an_answering_service_is_called_and_is_nobody_of_everyone() {
        var call = new Step(
                List.of(Target.read("answering:nightline")), FIVE, List.of(new Notification(VOICE, Duration.ZERO)));

        var rungs = rungs(call, step("everyone", "director"));
        assertThat(rungs.getFirst().people()).containsExactly(NIGHTLINE);
        assertThat(rungs.getLast().people()).doesNotContain(NIGHTLINE);
    }

    @Test
    void a_step_of_a_leaver_goes_with_them() {
        var policy = policy(step("rosa"), step("rosa", "sam")).without(Target.read("rosa")::equals);

        assertThat(policy.steps()).containsExactly(step("sam"));
    }

    @Test
    void every_way_of_naming_somebody_is_written_as_it_is_read() {
        assertThat(Stream.of("rosa", "rotation:nights", "answering:nightline", "everyone", "director")
                        .map(Target::read)
                        .map(Target::written))
                .containsExactly("rosa", "rotation:nights", "answering:nightline", "everyone", "director");
    }

    @Test
    void a_policy_is_refused_in_words_for_each_thing_that_is_wrong() {
        var rules = new PolicyRules(Set.of("rosa", "everyone", "director", "answering:nightline"));
        var late = new Step(List.of(Target.read("rosa")), FIVE, List.of(new Notification(SMS, FIVE)));

        assertThat(rules.problems(policy(step("rosa"), step("everyone")))).isEmpty();
        assertThat(rules.problems(policy(step("ghost"))))
                .singleElement()
                .asString()
                .contains("Step 1 names ghost");
        assertThat(rules.problems(policy(late))).singleElement().asString().contains("after its time is over");
        assertThat(rules.problems(policy(step("answering:nightline"))))
                .singleElement()
                .asString()
                .contains("no call");
        assertThat(rules.problems(policy(step("rosa"), step("rosa"), step("rosa"))))
                .singleElement()
                .asString()
                .contains("Everyone is paged after 15 minutes only");
    }

    private static List<Rung> rungs(Step... steps) {
        return new Ladder(PEOPLE, REACH, Duty.NONE).rungs(policy(steps));
    }

    private static Policy policy(Step... steps) {
        return new Policy(Cause.CRISIS, Duration.ofMinutes(15), List.of(steps), 0);
    }

    private static Step step(String... who) {
        return new Step(Stream.of(who).map(Target::read).toList(), FIVE, List.of(Notification.TEXT_AT_ONCE));
    }

    private static Staff clinician(StaffId id) {
        return new Staff(id, id.value(), null, Set.of(Role.STAFF, Role.CLINICIAN));
    }
}
