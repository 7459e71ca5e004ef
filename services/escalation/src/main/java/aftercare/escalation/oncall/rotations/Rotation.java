package aftercare.escalation.oncall.rotations;

import aftercare.schemas.StaffId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * People who take turns.
 *
 * @param participants in the order of their turns
 * @param startsAt when the first turn begins, on the clocks of {@code zone}; each further hand-off is at the time they show then
 */
public record Rotation(
        String id, String name, List<StaffId> participants, Cadence cadence, LocalDateTime startsAt, ZoneId zone) {
    public Rotation {
        participants = List.copyOf(participants);
    }

    /** The number of the turn at an instant, from 0; negative before the first. */
    long turnAt(Instant at) {
        var turn = cadence.turns(startsAt, at.atZone(zone).toLocalDateTime());
        while (handOff(turn).isAfter(at)) {
            turn--;
        }
        while (!handOff(turn + 1).isAfter(at)) {
            turn++;
        }
        return turn;
    }

    /**
     * When a turn begins. A time that the clocks skip is where they jump: whoever looks at the wall sees that it is past. Of a time that
     * comes twice it is the first.
     */
    Instant handOff(long turn) {
        var local = cadence.after(startsAt, turn);
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** Their place in the order of turns. */
    int placeAt(long turn) {
        return Math.floorMod(turn, participants.size());
    }

    /** Without somebody who left, from now on: the others keep their order, and whoever has the turn keeps it. */
    Rotation without(StaffId leaver, Instant now) {
        if (!participants.contains(leaver)) {
            return this;
        }
        var turn = Math.max(0, turnAt(now));
        var order = new ArrayList<>(participants);
        Collections.rotate(order, -placeAt(turn));
        order.removeIf(leaver::equals);
        return new Rotation(id, name, order, cadence, cadence.after(startsAt, turn), zone);
    }
}
