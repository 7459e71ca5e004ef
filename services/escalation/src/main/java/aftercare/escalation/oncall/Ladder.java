package aftercare.escalation.oncall;

import aftercare.escalation.oncall.Target.AnsweringService;
import aftercare.escalation.oncall.Target.Director;
import aftercare.escalation.oncall.Target.Everyone;
import aftercare.escalation.oncall.Target.OfRotation;
import aftercare.escalation.oncall.Target.Person;
import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a policy into rungs: who of those it means can be reached. Reads no clock and no table. */
record Ladder(List<Staff> people, Reach reach, Duty duty) {
    Ladder {
        people = List.copyOf(people);
    }

    List<Rung> rungs(Policy policy) {
        return policy.withLastRungs().stream().map(this::rung).toList();
    }

    private Rung rung(Step step) {
        return new Rung(
                step.who().stream()
                        .flatMap(target -> reachable(target, step.notifications()))
                        .distinct()
                        .toList(),
                step.within(),
                step.notifications());
    }

    /** Those who can be reached for sure; on the last rungs also those who have verified nothing yet, and those who are off. */
    Stream<StaffId> reachable(Target target, List<Notification> by) {
        return switch (target) {
            case Person(var id) -> Stream.of(id).filter(this::canTake).filter(staff -> reach.surely(staff, by));
            case OfRotation(var rotation) ->
                onTurn(rotation).stream().filter(this::canTake).filter(staff -> reach.surely(staff, by));
            case AnsweringService(var id) -> Stream.of(id).filter(service -> reach.surely(service, by));
            case Everyone() ->
                people.stream().filter(Staff::isClinician).map(Staff::id).filter(staff -> reach.perhaps(staff, by));
            case Director() ->
                people.stream().filter(Staff::isDirector).map(Staff::id).filter(staff -> reach.perhaps(staff, by));
        };
    }

    /** Whom a target means now, reachable or not. */
    Stream<StaffId> meant(Target target) {
        return switch (target) {
            case Person(var id) -> Stream.of(id);
            case OfRotation(var rotation) -> onTurn(rotation).stream();
            case AnsweringService(var id) -> Stream.of(id);
            case Everyone() -> people.stream().filter(Staff::isClinician).map(Staff::id);
            case Director() -> people.stream().filter(Staff::isDirector).map(Staff::id);
        };
    }

    private Optional<StaffId> onTurn(String rotation) {
        return Optional.ofNullable(duty.turns().get(rotation));
    }

    private boolean canTake(StaffId id) {
        return !duty.away().contains(id)
                && people.stream()
                        .anyMatch(
                                staff -> staff.id().equals(id) && staff.roles().contains(Role.CLINICIAN));
    }
}
