package aftercare.journeys.planning;

import aftercare.schemas.PatientId;
import java.util.List;

/** Where planning learns what a patient answered. */
public interface AnswersGiven {
    List<GivenAnswer> of(PatientId patient);
}
