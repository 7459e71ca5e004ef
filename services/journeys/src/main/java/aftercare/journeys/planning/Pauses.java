package aftercare.journeys.planning;

import aftercare.schemas.messaging.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What humans stopped for a while, as far as it concerns one patient. */
public record Pauses(List<Pause> all) {
    public static final Pauses NONE = new Pauses(List.of());

    public Pauses {
        all = List.copyOf(all);
    }

    /**
     * One pause, of the journey, of the patient, or of a touchpoint.
     *
     * @param touchpoint none: whatever the journey says to the patient
     * @param until none: until a human lets it go on
     */
    public record Pause(
            @Nullable String touchpoint,
            Instant since,
            @Nullable Instant until) {

        boolean stops(String code, Instant at) {
            return (touchpoint == null || touchpoint.equals(code))
                    && !at.isBefore(since)
                    && (until == null || at.isBefore(until));
        }
    }

    /** The window, or what is left of it outside the pauses: a pause that ends within it lets the text go from then on. */
    Optional<Window> leaveOf(Window window, String touchpoint, Instant now) {
        var opensAt = window.opensAt().isBefore(now) ? now : window.opensAt();
        var stop = stopAt(touchpoint, opensAt);
        if (stop.isEmpty()) {
            return Optional.of(window);
        }
        for (; stop.isPresent(); stop = stopAt(touchpoint, opensAt)) {
            var until = stop.get().until();
            if (until == null || !until.isBefore(window.closesAt())) {
                return Optional.empty();
            }
            opensAt = until;
        }
        return Optional.of(new Window(opensAt, window.closesAt()));
    }

    /** When the next one begins that is known of; what was asked for before it is taken back then. */
    Optional<Instant> nextBegins(Instant now) {
        return all.stream().map(Pause::since).filter(now::isBefore).min(Instant::compareTo);
    }

    private Optional<Pause> stopAt(String touchpoint, Instant at) {
        return all.stream().filter(pause -> pause.stops(touchpoint, at)).findFirst();
    }
}
