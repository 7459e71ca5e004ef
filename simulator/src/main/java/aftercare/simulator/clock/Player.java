package aftercare.simulator.clock;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.simulator.clock.Goal.NextDue;
import aftercare.simulator.clock.Goal.Until;
import aftercare.simulator.clock.Halt.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Plays clinic time: to each due instant in order, waiting there until the chain is quiet. It pauses when a person is called, so that no
 * night goes by unseen behind an open escalation.
 */
@Component
class Player {
    /** Past the due instant, so that nothing due at it waits for the clock's next tick. */
    private static final Duration JUST_PAST = Duration.ofMillis(1);

    private final Chain chain;
    private final Leads leads;
    private final ClinicClock clock;
    private final MachineClock machine;
    private final ClockSettings settings;
    private final ClinicZone zone;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean playing = new AtomicBoolean();
    private final AtomicBoolean pauseAsked = new AtomicBoolean();
    private final AtomicReference<@Nullable Instant> end = new AtomicReference<>();
    private final AtomicReference<@Nullable Halt> last = new AtomicReference<>();

    Player(
            Chain chain,
            Leads leads,
            ClinicClock clock,
            MachineClock machine,
            ClockSettings settings,
            ClinicZone zone,
            ApplicationEventPublisher events) {
        this.chain = chain;
        this.leads = leads;
        this.clock = clock;
        this.machine = machine;
        this.settings = settings;
        this.zone = zone;
        this.events = events;
    }

    /** Takes the one seat there is; whoever took it must {@link #play}. */
    boolean begin() {
        if (!playing.compareAndSet(false, true)) {
            return false;
        }
        pauseAsked.set(false);
        last.set(null);
        changed();
        return true;
    }

    Halt play(Goal goal) {
        try {
            var halt = run(goal);
            last.set(halt);
            return halt;
        } finally {
            end.set(null);
            playing.set(false);
            changed();
        }
    }

    private Halt run(Goal goal) {
        chain.tell(clock.lead());
        var first = chain.scan();
        var calls = new Calls(first);
        var round = new Round();
        while (true) {
            var halt = round.settle();
            if (calls.roseIn(round.scan)) {
                return halt(Why.ESCALATION, "An escalation needs a person. Play again to go on.");
            }
            if (halt.isPresent()) {
                return halt.get();
            }
            var now = clock.instant();
            if (goal instanceof Until(var until) && !until.isAfter(now)) {
                return halt(Why.REACHED, "Reached " + zone.dayAndTime(until) + ".");
            }
            var next = round.scan.nextDueAfter(now);
            switch (goal) {
                case Until(var until) -> {
                    end.set(until);
                    moveTo(next.filter(due -> due.isBefore(until))
                            .map(due -> due.plus(JUST_PAST))
                            .orElse(until));
                }
                case NextDue() -> {
                    if (next.isEmpty()) {
                        return halt(Why.NOTHING_DUE, "Nothing is planned, so there is nothing to play to.");
                    }
                    goal = new Until(next.get().plus(JUST_PAST));
                }
            }
        }
    }

    private void moveTo(Instant wanted) {
        chain.tell(leads.moveTo(wanted));
        changed();
    }

    /** Waiting for the chain to go quiet at one instant, and the last look it ended with. */
    private final class Round {
        private Scan scan = chain.scan();

        Optional<Halt> settle() {
            var givenUpAt = machine.instant().plus(settings.quietWithin());
            var heardAllAt = machine.instant();
            scan = chain.scan();
            while (true) {
                if (pauseAsked.get()) {
                    return Optional.of(halt(Why.PERSON, "Paused by hand."));
                }
                if (!rest()) {
                    return Optional.of(halt(Why.PERSON, "The simulator is stopping."));
                }
                var before = scan;
                scan = chain.scan();
                if (scan.quietSince(before)) {
                    return Optional.empty();
                }
                var now = machine.instant();
                heardAllAt = scan.complete() ? now : heardAllAt;
                if (now.isAfter(heardAllAt.plus(settings.silenceAllowed()))) {
                    return Optional.of(halt(
                            Why.UNREACHABLE,
                            "No answer from " + String.join(", ", scan.silent())
                                    + ". Start what is not running, then play again."));
                }
                if (now.isAfter(givenUpAt)) {
                    return Optional.of(halt(Why.NOT_QUIET, notQuiet()));
                }
            }
        }

        private String notQuiet() {
            var busy = scan.busy();
            var who = busy.isEmpty()
                    ? "The services keep working though nothing is due"
                    : "Still busy: " + String.join(", ", busy);
            return who + ". It took longer than " + settings.quietWithin().toSeconds()
                    + " s. Look at that service's log, or play again to go on.";
        }
    }

    private boolean rest() {
        try {
            Thread.sleep(settings.lookEvery());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Halt halt(Why why, String reason) {
        return new Halt(why, clock.instant(), reason);
    }

    void pause() {
        pauseAsked.set(true);
    }

    boolean playing() {
        return playing.get();
    }

    /** Where the play under way ends; null when none is, or its end is not known yet. */
    @Nullable
    Instant end() {
        return end.get();
    }

    /** How the last play ended; null while one is under way and before the first. */
    @Nullable
    Halt last() {
        return last.get();
    }

    private void changed() {
        events.publishEvent(new ClockChanged());
    }
}
