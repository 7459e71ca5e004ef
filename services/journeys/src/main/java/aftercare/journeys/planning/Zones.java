package aftercare.journeys.planning;

import aftercare.journeys.facts.PatientHistory;
import aftercare.journeys.facts.Visit;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** By which clock a patient lives: their own, or else the visit's, or else the clinic's. */
record Zones(@Nullable ZoneId home, ZoneId clinic) {

    static Zones of(PatientHistory history, ZoneId clinic) {
        var home = history.patient().map(patient -> patient.zone());
        return new Zones(home.isPresent() ? home.get() : null, clinic);
    }

    ZoneId of(@Nullable Visit visit) {
        if (home != null) {
            return home;
        }
        return visit != null && visit.zone() != null ? visit.zone() : clinic;
    }
}
