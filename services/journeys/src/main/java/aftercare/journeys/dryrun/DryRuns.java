package aftercare.journeys.dryrun;

import aftercare.journeys.definition.Journey;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.planning.Known;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.journeys.versions.JourneyFiles;
import aftercare.journeys.wording.ClinicSettings;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Dry runs of the draft or of any version. */
@Component
class DryRuns {
    private final JourneyFiles journeys;
    private final Planning planning;
    private final ClinicSettings clinic;

    DryRuns(JourneyFiles journeys, Planning planning, ClinicSettings clinic) {
        this.journeys = journeys;
        this.planning = planning;
        this.clinic = clinic;
    }

    Result<DryRun> invented(String journey, Invented patient) {
        return read(journey)
                .then(found -> Result.done(new DryRunPlanner(
                                found,
                                Known.of(patient.history(clinic.zone())),
                                clinic,
                                patient.begins(),
                                none -> false)
                        .run()));
    }

    /** @param starts where visits are to begin instead */
    Result<DryRun> real(String journey, PatientId patient, Map<AppointmentId, Instant> starts, Instant now) {
        var known = planning.known(patient);
        var history = known.history();
        if (history.isUnknown()) {
            return Result.refused(Refusal.notThere(
                    "no-such-patient", "Nothing is known of a patient of this id. Look whether it is written right."));
        }
        var visits = history.visits().stream().map(visit -> visit.id()).collect(Collectors.toSet());
        if (!visits.containsAll(starts.keySet())) {
            return Result.refused(Refusal.unusable(
                    "no-such-visit",
                    "A visit to be moved is none of this patient's. Take its id from GET /v1/patients/{id}/visits."));
        }
        var said = known.standing().stream()
                .filter(row -> row.state().isSaid())
                .map(row -> row.id())
                .collect(Collectors.toSet());
        return read(journey)
                .then(found -> Result.done(new DryRunPlanner(
                                found,
                                known.asIf(new Moved(history, starts, now).asIf()),
                                clinic,
                                now,
                                occasion -> said.contains(occasion.id(patient)))
                        .run()));
    }

    private Result<Journey> read(String journey) {
        return journeys.named(journey)
                .map(file -> Result.done(JourneyYaml.read(file.yaml())))
                .orElseGet(() -> Result.refused(
                        Refusal.notThere("no-such-journey", "There is no such version, or no draft at the moment.")));
    }
}
