package aftercare.simulator.clock;

import aftercare.platform.clock.ClinicClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The clinic clock's buttons. */
@Component
public class ClinicTimeControl {
    private final Player player;
    private final Chain chain;
    private final ClinicClock clock;
    private final ClinicZone zone;

    ClinicTimeControl(Player player, Chain chain, ClinicClock clock, ClinicZone zone) {
        this.player = player;
        this.chain = chain;
        this.clock = clock;
        this.zone = zone;
    }

    public ClockView view() {
        var last = player.last();
        return new ClockView(
                clock.instant(),
                clock.lead(),
                player.playing(),
                player.end(),
                last == null ? null : last.why().pausedBy(),
                last == null ? null : last.at(),
                last == null ? null : last.reason());
    }

    /** When the next thing in any service falls due; empty too when no service answers. */
    public Optional<Instant> nextDue() {
        return chain.scan().nextDueAfter(clock.instant());
    }

    /** Plays on without waiting for the end. */
    public void playOn(PlayRequest request) {
        var goal = goal(request);
        begin();
        Thread.ofVirtual().name("clock-player").start(() -> player.play(goal));
    }

    ClockView play(PlayRequest request) {
        var goal = goal(request);
        begin();
        player.play(goal);
        return view();
    }

    private Goal goal(PlayRequest request) {
        try {
            return request.goal(clock.instant(), zone.zone());
        } catch (DateTimeException e) {
            throw Problems.badGoal(String.valueOf(e.getMessage()));
        }
    }

    private void begin() {
        if (!player.begin()) {
            throw Problems.alreadyPlaying();
        }
    }

    public void pause() {
        player.pause();
    }
}
