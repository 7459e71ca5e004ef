package aftercare.escalation.exercises;

import aftercare.escalation.cases.Case;
import aftercare.escalation.cases.Origin;
import aftercare.escalation.cases.Rehearsals;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A reply belongs to an exercise while that one is not over and its line is the reply's, and nobody is known behind that line. */
@Component
class Rehearsing implements Rehearsals {
    private final Exercises exercises;

    Rehearsing(Exercises exercises) {
        this.exercises = exercises;
    }

    @Override
    public Origin originOf(LineId line, List<PatientId> patients) {
        return patients.isEmpty()
                ? exercises.underWayOn(line).map(Exercise::kind).orElse(Origin.PATIENT)
                : Origin.PATIENT;
    }

    @Override
    public void opened(Case rehearsed) {
        exercises.opened(rehearsed.lineId(), rehearsed.id());
    }
}
