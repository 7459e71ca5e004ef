package aftercare.escalation.oncall.rotations;

import aftercare.escalation.oncall.rotations.Shift.Reason;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in one rotation: the turns, then time off (the next who is not off steps in), then swaps, then overrides. Reads no clock
 * and no table.
 *
 * @param swapped in the order in which they were accepted
 */
public record Schedule(Rotation rotation, List<TimeOff> timeOff, List<Handing> swapped, List<ShiftOverride> overrides) {
    public Schedule {
        timeOff = List.copyOf(timeOff);
        swapped = List.copyOf(swapped);
        overrides = List.copyOf(overrides);
    }

    /** The shift that an instant lies in, no longer than the turn. */
    public Shift at(Instant now) {
        var turn = rotation.turnAt(now);
        return between(rotation.handOff(turn), rotation.handOff(turn + 1)).stream()
                .filter(shift -> now.isBefore(shift.until()))
                .findFirst()
                .orElseThrow();
    }

    /** The interval without a gap; a new turn is a new shift also where its person stays. */
    public List<Shift> between(Instant from, Instant until) {
        var shifts = new ArrayList<Shift>();
        var edges = edges(from, until);
        var start = edges.first();
        for (var end : edges.tailSet(start, false)) {
            var next = shift(start, end);
            if (!shifts.isEmpty() && isOne(shifts.getLast(), next)) {
                shifts.set(shifts.size() - 1, joined(shifts.getLast(), next));
            } else {
                shifts.add(next);
            }
            start = end;
        }
        return List.copyOf(shifts);
    }

    /** When the turn of this instant began, whoever has it. */
    public Instant turnBegan(Instant now) {
        return rotation.handOff(rotation.turnAt(now));
    }

    /** When the next shift begins. */
    public Instant changesNext(Instant now, Instant latest) {
        return between(now, latest).getFirst().until();
    }

    /** Until when whoever has it now goes on having it. */
    public Instant endOfRun(Instant now, Instant latest) {
        var shifts = between(now, latest);
        return shifts.stream()
                .takeWhile(
                        shift -> Objects.equals(shift.who(), shifts.getFirst().who()))
                .toList()
                .getLast()
                .until();
    }

    /** Every instant at which anything may change. */
    private TreeSet<Instant> edges(Instant from, Instant until) {
        var edges = new TreeSet<Instant>(List.of(from, until));
        for (var turn = rotation.turnAt(from) + 1; rotation.handOff(turn).isBefore(until); turn++) {
            edges.add(rotation.handOff(turn));
        }
        Stream.of(
                        timeOff.stream().flatMap(off -> Stream.of(off.from(), off.until())),
                        swapped.stream().flatMap(handing -> Stream.of(handing.from(), handing.until())),
                        overrides.stream().flatMap(override -> Stream.of(override.from(), override.until())))
                .flatMap(own -> own)
                .filter(edge -> edge.isAfter(from) && edge.isBefore(until))
                .forEach(edges::add);
        return edges;
    }

    private boolean isOne(Shift before, Shift after) {
        return Objects.equals(before.who(), after.who())
                && before.reason() == after.reason()
                && Objects.equals(before.insteadOf(), after.insteadOf())
                && (before.reason() == Reason.OVERRIDE
                        || before.reason() == Reason.NOBODY
                        || rotation.turnAt(before.from()) == rotation.turnAt(after.from()));
    }

    private static Shift joined(Shift before, Shift after) {
        return new Shift(before.from(), after.until(), before.who(), before.reason(), before.insteadOf());
    }

    private Shift shift(Instant from, Instant until) {
        var turn = rotation.turnAt(from);
        var noTurn = turn < 0 || rotation.participants().isEmpty();
        var own = noTurn ? null : rotation.participants().get(rotation.placeAt(turn));
        var override = overrides.stream()
                .filter(one -> one.covers(from) && !isOff(one.staff(), from))
                .findFirst();
        if (override.isPresent()) {
            return new Shift(from, until, override.get().staff(), Reason.OVERRIDE, own);
        }
        return own == null
                ? new Shift(from, until, null, Reason.NOBODY, null)
                : ofTurn(own, rotation.placeAt(turn), from, until);
    }

    private Shift ofTurn(StaffId own, int place, Instant from, Instant until) {
        var holder = isOff(own, from) ? standIn(place, from) : own;
        var reason = Reason.STAND_IN;
        for (var handing : swapped) {
            if (handing.covers(from) && handing.gives().equals(holder)) {
                var takerIsOff = isOff(handing.takes(), from);
                holder = takerIsOff ? standIn(place, from) : handing.takes();
                reason = takerIsOff ? Reason.STAND_IN : Reason.SWAP;
            }
        }
        if (holder == null) {
            return new Shift(from, until, null, Reason.NOBODY, own);
        }
        return holder.equals(own)
                ? new Shift(from, until, own, Reason.TURN, null)
                : new Shift(from, until, holder, reason, own);
    }

    /** The next in order who is not off. */
    private @Nullable StaffId standIn(int place, Instant at) {
        var order = rotation.participants();
        return IntStream.range(1, order.size())
                .mapToObj(next -> order.get((place + next) % order.size()))
                .filter(staff -> !isOff(staff, at))
                .findFirst()
                .orElse(null);
    }

    private boolean isOff(StaffId staff, Instant at) {
        return timeOff.stream().anyMatch(off -> off.staff().equals(staff) && off.covers(at));
    }
}
