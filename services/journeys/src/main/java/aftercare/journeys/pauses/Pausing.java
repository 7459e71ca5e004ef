package aftercare.journeys.pauses;

import aftercare.journeys.planning.JourneyOf;
import aftercare.journeys.planning.Patients;
import aftercare.journeys.planning.Planning;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.platform.audit.Audit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pauses and resumes. Whom it concerns is planned again at once, or, where that is everybody, as soon as dispatch comes by. */
@Service
class Pausing {
    private final PauseTable pauses;
    private final Patients patients;
    private final Planning planning;
    private final JourneyOf journeyOf;
    private final Audit audit;

    Pausing(PauseTable pauses, Patients patients, Planning planning, JourneyOf journeyOf, Audit audit) {
        this.pauses = pauses;
        this.patients = patients;
        this.planning = planning;
        this.journeyOf = journeyOf;
        this.audit = audit;
    }

    @Transactional
    public Result<Pause> pause(Pause pause, Instant now) {
        if (pause.isOver(now)) {
            return Result.refused(
                    Refusal.unusable("over-already", "That end is over already. Choose a later one, or none."));
        }
        if (pause.until() != null && !pause.until().isAfter(pause.since())) {
            return Result.refused(Refusal.unusable("ends-first", "The pause ends before it begins."));
        }
        var mistyped = pausesNothing(pause);
        if (mistyped.isPresent()) {
            return Result.refused(mistyped.get());
        }
        pauses.add(pause);
        audit.record(
                now,
                pause.pausedBy(),
                "JourneyPaused",
                about(pause),
                Map.of("pause", pause.id().toString()));
        planAgain(pause, now);
        return Result.done(pause);
    }

    @Transactional
    public Result<Pause> resume(UUID id, String by, Instant now) {
        var pause = pauses.find(id);
        if (pause.isEmpty()) {
            return Result.refused(Refusal.notThere("no-such-pause", "There is no such pause."));
        }
        if (pause.get().isOver(now)) {
            return Result.refused(Refusal.conflict("over-already", "This pause is over already."));
        }
        pauses.resume(id, by, now);
        audit.record(now, by, "JourneyResumed", about(pause.get()), Map.of("pause", id.toString()));
        planAgain(pause.get(), now);
        return Result.done(pauses.find(id).orElseThrow());
    }

    /** Whoever mistypes an id would believe that texts have stopped. */
    private Optional<Refusal> pausesNothing(Pause pause) {
        var patient = pause.patientId();
        if (patient != null && planning.known(patient).history().isUnknown()) {
            return Optional.of(Refusal.notThere(
                    "no-such-patient", "Nothing is known of a patient of this id. Look whether it is written right."));
        }
        var touchpoint = pause.touchpoint();
        return touchpoint == null || journeyOf.anybodyFollows(touchpoint)
                ? Optional.empty()
                : Optional.of(
                        Refusal.notThere(
                                "no-such-touchpoint",
                                "No version that anybody follows has a touchpoint of this id. Look whether it is written right."));
    }

    private void planAgain(Pause pause, Instant now) {
        var patient = pause.patientId();
        if (patient == null) {
            patients.lookAgainAtAll();
        } else {
            patients.lock(patient);
            planning.replan(patient, now);
        }
    }

    private static String about(Pause pause) {
        return switch (pause.scope()) {
            case JOURNEY -> "journey/default";
            case PATIENT -> "patient/" + pause.patientId();
            case TOUCHPOINT -> "touchpoint/" + pause.touchpoint();
        };
    }
}
