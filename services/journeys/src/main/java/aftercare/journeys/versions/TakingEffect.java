package aftercare.journeys.versions;

import aftercare.journeys.planning.Patients;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A version takes effect when it is due: the former one retires, and enrolled patients stay or move as was chosen. */
@Component
class TakingEffect implements WorkSource {
    private final Versions versions;
    private final Patients patients;
    private final Journal journal;
    private final ClinicClock clock;

    TakingEffect(Versions versions, Patients patients, Journal journal, ClinicClock clock) {
        this.versions = versions;
        this.patients = patients;
        this.journal = journal;
        this.clock = clock;
    }

    /** The caller's transaction holds the lock on versions. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void now(int number, Instant now) {
        var former = replace(number, now);
        switch (versions.find(number).orElseThrow().inFlight()) {
            case STAY -> patients.stayOn(former.number(), number);
            case MOVE -> patients.followInForce();
        }
    }

    /** The same for a version that says what the former one said: whoever stayed on that one follows this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoing(int number, int restored, Instant now) {
        replace(number, now);
        patients.followInForce(restored);
    }

    private Version replace(int number, Instant now) {
        var former = versions.inForce();
        versions.retire(former.number());
        versions.putInForce(number, now);
        return former;
    }

    /** How many took effect. */
    @Transactional
    public int run() {
        var now = clock.instant();
        if (due(now).isEmpty()) {
            return 0;
        }
        versions.lock();
        var due = due(now);
        due.ifPresent(version -> {
            now(version.number(), now);
            journal.note(
                    now,
                    "service:journeys",
                    "JourneyTookEffect",
                    Map.of("version", String.valueOf(version.number()), "scheduledBy", version.publishedBy()));
        });
        return due.isPresent() ? 1 : 0;
    }

    private Optional<Version> due(Instant now) {
        return versions.inState(VersionState.SCHEDULED)
                .filter(version -> version.takesEffectAt() != null
                        && !version.takesEffectAt().isAfter(now));
    }

    @Override
    public int pending(Instant now) {
        return due(now).isPresent() ? 1 : 0;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return versions.inState(VersionState.SCHEDULED)
                .flatMap(version -> Optional.ofNullable(version.takesEffectAt()))
                .filter(at -> at.isAfter(now));
    }
}
