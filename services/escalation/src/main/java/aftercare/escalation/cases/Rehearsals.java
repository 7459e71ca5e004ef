package aftercare.escalation.cases;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import java.util.List;

/** Which line is under an exercise right now. Never decided by a text; every doubt is a patient's (S4). Called with the line locked. */
public interface Rehearsals {

    /** Whose a reply of this line, and of these patients, is. */
    Origin originOf(LineId line, List<PatientId> patients);

    /** The exercise of its line has opened this case. */
    void opened(Case rehearsed);
}
