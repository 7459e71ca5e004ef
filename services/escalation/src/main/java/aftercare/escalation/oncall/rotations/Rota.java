package aftercare.escalation.oncall.rotations;

import aftercare.escalation.oncall.Staff;
import aftercare.escalation.oncall.StaffLeft;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.oncall.rotations.RotaDeed.AlreadyOver;
import aftercare.escalation.oncall.rotations.RotaDeed.AlreadySettled;
import aftercare.escalation.oncall.rotations.RotaDeed.Done;
import aftercare.escalation.oncall.rotations.RotaDeed.HasTimeOff;
import aftercare.escalation.oncall.rotations.RotaDeed.NoSuchThing;
import aftercare.escalation.oncall.rotations.RotaDeed.NotOnCallStaff;
import aftercare.escalation.oncall.rotations.RotaDeed.NotTheirShift;
import aftercare.escalation.oncall.rotations.RotaDeed.Overlaps;
import aftercare.escalation.oncall.rotations.RotaDeed.TooLong;
import aftercare.escalation.oncall.rotations.Swap.Part;
import aftercare.escalation.oncall.rotations.Swap.State;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes whose turn it is. Each deed locks the rotations it touches, so that two never contradict each other. */
@Service
class Rota {
    private static final Duration LONGEST = Duration.ofDays(92);

    private final Rotations rotations;
    private final Overrides overrides;
    private final Swaps swaps;
    private final TimesOff timesOff;
    private final StaffRoster roster;
    private final ApplicationEventPublisher events;

    Rota(
            Rotations rotations,
            Overrides overrides,
            Swaps swaps,
            TimesOff timesOff,
            StaffRoster roster,
            ApplicationEventPublisher events) {
        this.rotations = rotations;
        this.overrides = overrides;
        this.swaps = swaps;
        this.timesOff = timesOff;
        this.roster = roster;
        this.events = events;
    }

    @Transactional
    public RotaDeed save(Rotation rotation, String by, Instant now) {
        var stranger = rotation.participants().stream()
                .filter(staff -> !takesCases(staff))
                .findFirst();
        if (stranger.isPresent()) {
            return new NotOnCallStaff(stranger.get());
        }
        rotations.lock(rotation.id());
        rotations.put(rotation, by, now);
        return new Done(null);
    }

    @Transactional
    public RotaDeed remove(String rotation, String by, Instant now) {
        if (rotations.lock(rotation).isEmpty()) {
            return new NoSuchThing();
        }
        rotations.remove(rotation, by, now);
        return new Done(null);
    }

    @Transactional
    public RotaDeed override(String rotation, StaffId staff, Instant from, Instant until, String by, Instant now) {
        if (rotations.lock(rotation).isEmpty()) {
            return new NoSuchThing();
        }
        if (!takesCases(staff)) {
            return new NotOnCallStaff(staff);
        }
        if (!until.isAfter(now) || !until.isAfter(from)) {
            return new AlreadyOver();
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            return new TooLong();
        }
        var off = timesOff.touching(from, until).stream()
                .filter(one -> one.staff().equals(staff))
                .findFirst();
        if (off.isPresent()) {
            return new HasTimeOff(off.get());
        }
        var other = overrides.touching(from, until).stream()
                .filter(one -> one.rotation().equals(rotation))
                .findFirst();
        if (other.isPresent()) {
            return new Overlaps(other.get());
        }
        var override = new ShiftOverride(UUID.randomUUID(), rotation, staff, from, until);
        overrides.add(override);
        rotations.changed(
                now,
                by,
                "OverrideMade",
                "rotation/" + rotation,
                Map.of("staff", staff.value(), "from", from.toString(), "until", until.toString()));
        return new Done(override.id());
    }

    @Transactional
    public RotaDeed endOverride(ShiftOverride override, String by, Instant now) {
        rotations.lock(override.rotation());
        overrides.remove(override.id());
        rotations.changed(
                now,
                by,
                "OverrideRemoved",
                "rotation/" + override.rotation(),
                Map.of(
                        "staff",
                        override.staff().value(),
                        "from",
                        override.from().toString()));
        return new Done(null);
    }

    /** Their shifts in it go to whoever is next. */
    @Transactional
    public RotaDeed takeTimeOff(StaffId staff, Instant from, Instant until, String by, Instant now) {
        if (!until.isAfter(now) || !until.isAfter(from)) {
            return new AlreadyOver();
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            return new TooLong();
        }
        var off = new TimeOff(UUID.randomUUID(), staff, from, until);
        timesOff.add(off);
        rotations.changed(
                now, by, "TimeOffTaken", "staff/" + staff, Map.of("from", from.toString(), "until", until.toString()));
        return new Done(off.id());
    }

    @Transactional
    public RotaDeed endTimeOff(TimeOff off, String by, Instant now) {
        timesOff.remove(off.id());
        rotations.changed(
                now,
                by,
                "TimeOffRemoved",
                "staff/" + off.staff(),
                Map.of("from", off.from().toString()));
        return new Done(null);
    }

    @Transactional
    public RotaDeed askSwap(StaffId asking, Part given, StaffId asked, Part wanted, Instant now) {
        var problem = swapProblem(asking, given, asked, wanted, now);
        if (problem != null) {
            return problem;
        }
        var swap = new Swap(UUID.randomUUID(), asking, given, asked, wanted, State.REQUESTED, now);
        swaps.add(swap);
        rotations.changed(now, asking.value(), "SwapRequested", "swap/" + swap.id(), Map.of("asked", asked.value()));
        events.publishEvent(new SwapRequested(asking, asked));
        return new Done(swap.id());
    }

    /** Looks again whether both still have what they exchange. */
    @Transactional
    public RotaDeed accept(UUID id, StaffId by, Instant now) {
        var found = swaps.lock(id);
        if (found.isEmpty() || !found.get().asked().equals(by)) {
            return new NoSuchThing();
        }
        var swap = found.get();
        if (swap.state() != State.REQUESTED) {
            return new AlreadySettled(swap.state());
        }
        Stream.of(swap.given().rotation(), swap.wanted().rotation())
                .distinct()
                .sorted()
                .forEach(rotations::lock);
        var problem = swapProblem(swap.asking(), swap.given(), swap.asked(), swap.wanted(), now);
        if (problem != null) {
            return problem;
        }
        return settle(swap, State.ACCEPTED, by, now);
    }

    @Transactional
    public RotaDeed decline(UUID id, StaffId by, Instant now) {
        return swaps.lock(id)
                .filter(swap -> swap.asked().equals(by))
                .map(swap -> settleOnce(swap, State.DECLINED, by, now))
                .orElseGet(NoSuchThing::new);
    }

    @Transactional
    public RotaDeed withdraw(UUID id, StaffId by, Instant now) {
        return swaps.lock(id)
                .filter(swap -> swap.asking().equals(by))
                .map(swap -> settleOnce(swap, State.WITHDRAWN, by, now))
                .orElseGet(NoSuchThing::new);
    }

    private RotaDeed settleOnce(Swap swap, State state, StaffId by, Instant now) {
        return swap.state() == State.REQUESTED ? settle(swap, state, by, now) : new AlreadySettled(swap.state());
    }

    private RotaDeed settle(Swap swap, State state, StaffId by, Instant now) {
        swaps.settle(swap.id(), state, now);
        rotations.changed(now, by.value(), "Swap" + words(state), "swap/" + swap.id(), Map.of());
        return new Done(swap.id());
    }

    private static String words(State state) {
        return switch (state) {
            case REQUESTED -> "Requested";
            case ACCEPTED -> "Accepted";
            case DECLINED -> "Declined";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private @Nullable RotaDeed swapProblem(StaffId asking, Part given, StaffId asked, Part wanted, Instant now) {
        if (!given.from().isAfter(now) || !wanted.from().isAfter(now)) {
            return new AlreadyOver();
        }
        if (!has(asking, given)) {
            return new NotTheirShift(asking);
        }
        if (!has(asked, wanted)) {
            return new NotTheirShift(asked);
        }
        return offDuring(asking, wanted)
                .or(() -> offDuring(asked, given))
                .map(HasTimeOff::new)
                .orElse(null);
    }

    private boolean has(StaffId staff, Part part) {
        return part.until().isAfter(part.from())
                && rotations.schedules(part.from(), part.until()).stream()
                        .filter(schedule -> schedule.rotation().id().equals(part.rotation()))
                        .flatMap(schedule -> schedule.between(part.from(), part.until()).stream())
                        .map(shift -> staff.equals(shift.who()))
                        .reduce(Boolean::logicalAnd)
                        .orElse(false);
    }

    private Optional<TimeOff> offDuring(StaffId staff, Part part) {
        return timesOff.touching(part.from(), part.until()).stream()
                .filter(off -> off.staff().equals(staff))
                .findFirst();
    }

    /** Their turns go to those who stay; what they had promised or been promised is void. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StaffLeft left) {
        rotations.all().stream()
                .map(Rotation::id)
                .map(rotations::lock)
                .flatMap(Optional::stream)
                .filter(rotation -> rotation.participants().contains(left.staff()))
                .forEach(rotation -> rotations.put(rotation.without(left.staff(), left.at()), left.by(), left.at()));
        overrides.removeAll(left.staff(), left.at());
        swaps.removeAll(left.staff(), left.at());
        timesOff.removeAll(left.staff());
        rotations.changed(left.at(), left.by(), "ShiftsFreed", "staff/" + left.staff(), Map.of());
    }

    List<Swap> swapsWaiting(Instant now) {
        return swaps.waiting(now);
    }

    private boolean takesCases(StaffId staff) {
        return roster.find(staff).filter(Staff::isClinician).isPresent();
    }
}
