package aftercare.escalation.oncall;

import static aftercare.escalation.oncall.ContactKind.SMS;
import static aftercare.escalation.oncall.ContactKind.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.oncall.Turns.Span;
import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoleRulesTest {
    private static final StaffId ROSA = new StaffId("rosa");
    private static final StaffId SAM = new StaffId("sam");
    private static final StaffId NIGHTLINE = new StaffId("answering:nightline");
    private static final List<Staff> PEOPLE = Stream.of(ROSA, SAM)
            .map(id -> new Staff(id, id.value(), null, Set.of(Role.STAFF, Role.CLINICIAN)))
            .toList();
    private static final Reach ROSA_ONLY =
            new Reach(Map.of(ROSA, Set.of(SMS), NIGHTLINE, Set.of(VOICE)), Map.of(SAM, Set.of(SMS)));

    @Test
    void the_time_of_somebody_who_has_verified_nothing_is_a_hole_to_the_minute_and_says_why() {
        assertThat(holes("rotation:nights"))
                .containsExactly(new Hole(Cause.CRISIS, at("20:00"), at("22:13"), List.of(SAM)));
    }

    @Test
    void another_step_that_reaches_somebody_covers_it() {
        assertThat(holes("rotation:nights", "rosa")).isEmpty();
        assertThat(rules().holes(
                                new Policy(
                                        Cause.CRISIS,
                                        Duration.ofMinutes(15),
                                        List.of(
                                                step("rotation:nights"),
                                                new Step(
                                                        List.of(Target.read("answering:nightline")),
                                                        Duration.ofMinutes(5),
                                                        List.of(new Notification(VOICE, Duration.ZERO)))),
                                        0),
                                spans()))
                .isEmpty();
    }

    @Test
    void everyone_is_the_net_below_and_fills_no_hole() {
        assertThat(holes("rotation:nights", "everyone")).hasSize(1);
    }

    @Test
    void a_policy_of_everyone_alone_is_covered_while_one_of_them_has_verified_a_way() {
        assertThat(holes("everyone")).isEmpty();
        assertThat(new HoleRules(PEOPLE, new Reach(Map.of(), Map.of(ROSA, Set.of(SMS))))
                        .holes(policy("everyone"), spans()))
                .containsExactly(new Hole(Cause.CRISIS, at("18:00"), at("23:00"), List.of()));
    }

    @Test
    void time_off_of_the_only_person_is_a_hole_and_no_fault_of_their_phone() {
        var spans = List.of(
                new Span(at("18:00"), at("19:30"), Duty.NONE),
                new Span(at("19:30"), at("20:00"), new Duty(Map.of(), Set.of(ROSA))),
                new Span(at("20:00"), at("23:00"), Duty.NONE));

        assertThat(rules().holes(policy("rosa"), spans))
                .containsExactly(new Hole(Cause.CRISIS, at("19:30"), at("20:00"), List.of()));
    }

    private static List<Hole> holes(String... who) {
        return rules().holes(policy(who), spans());
    }

    private static HoleRules rules() {
        return new HoleRules(PEOPLE, ROSA_ONLY);
    }

    /** Sam has the turn from 20:00 to 22:13, in two shifts; before and after it is Rosa's. */
    private static List<Span> spans() {
        return List.of(
                new Span(at("18:00"), at("20:00"), turn(ROSA)),
                new Span(at("20:00"), at("21:00"), turn(SAM)),
                new Span(at("21:00"), at("22:13"), turn(SAM)),
                new Span(at("22:13"), at("23:00"), turn(ROSA)));
    }

    private static Duty turn(StaffId staff) {
        return new Duty(Map.of("nights", staff), Set.of());
    }

    private static Policy policy(String... who) {
        return new Policy(
                Cause.CRISIS,
                Duration.ofMinutes(15),
                Stream.of(who).map(HoleRulesTest::step).toList(),
                0);
    }

    private static Step step(String who) {
        return new Step(List.of(Target.read(who)), Duration.ofMinutes(5), List.of(Notification.TEXT_AT_ONCE));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-06-01T" + time + ":00Z");
    }
}
