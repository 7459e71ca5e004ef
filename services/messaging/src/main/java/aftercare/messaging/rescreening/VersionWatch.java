package aftercare.messaging.rescreening;

import aftercare.messaging.gate.EngineVersion;
import aftercare.platform.clock.ClinicClock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks again and again what version the engine is of. */
@Component
class VersionWatch {
    private final ScreeningVersion screening;
    private final Rescreening rescreening;
    private final Runs runs;
    private final ClinicClock clock;
    private volatile @Nullable EngineVersion seen;

    VersionWatch(ScreeningVersion screening, Rescreening rescreening, Runs runs, ClinicClock clock) {
        this.screening = screening;
        this.rescreening = rescreening;
        this.runs = runs;
        this.clock = clock;
    }

    /** Returns 0: an answer is no queue to go on with. */
    int look() {
        screening.ask().ifPresent(version -> {
            seen = version;
            rescreening.learn(version, clock.instant());
        });
        runs.current()
                .map(runs::progress)
                .ifPresent(progress -> Rescreening.tell(progress, "Replies are screened again"));
        return 0;
    }

    Optional<EngineVersion> lastSeen() {
        return Optional.ofNullable(seen);
    }
}
