package aftercare.journeys.dispatch;

import aftercare.journeys.definition.Journeys;
import aftercare.journeys.planning.Patients;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.schemas.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Patients whom somebody must look after: a window opens or closes, silence becomes one, or their plan is of an older journey. */
@Component
class DispatchWork implements WorkSource {
    private static final Logger log = LoggerFactory.getLogger(DispatchWork.class);
    private static final int BATCH = 100;
    /** One patient's failure must not hold up the others. */
    private static final Duration SET_ASIDE = Duration.ofSeconds(30);

    private final Patients patients;
    private final Journeys journeys;
    private final Dispatch dispatch;
    private final ClinicClock clinicClock;
    private final MachineClock machineClock;

    DispatchWork(
            Patients patients,
            Journeys journeys,
            Dispatch dispatch,
            ClinicClock clinicClock,
            MachineClock machineClock) {
        this.patients = patients;
        this.journeys = journeys;
        this.dispatch = dispatch;
        this.clinicClock = clinicClock;
        this.machineClock = machineClock;
    }

    /** How many patients were looked after. */
    int run() {
        var now = clinicClock.instant();
        int done = 0;
        for (var patient : patients.due(now, journeys.version(), machineClock.instant(), BATCH)) {
            done += lookAfter(patient, now) ? 1 : 0;
        }
        return done;
    }

    private boolean lookAfter(PatientId patient, Instant now) {
        try {
            return dispatch.lookAfter(patient, now);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("patient", patient)
                    .addKeyValue("error", e.getClass().getName())
                    .log("A due patient could not be looked after and is set aside for a while");
            patients.setAside(patient, machineClock.instant().plus(SET_ASIDE));
            return false;
        }
    }

    @Override
    public int pending(Instant now) {
        return patients.countDue(now, journeys.version());
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
        return patients.nextDueAfter(now);
    }
}
