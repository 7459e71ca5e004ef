package aftercare.console.escalations;

import aftercare.console.remote.Asked;
import aftercare.console.remote.CareService.SafetyPlan;
import aftercare.console.remote.JourneysService.Answer;
import aftercare.console.remote.MessagingService.Patient;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whoever a case is about, with all that helps to reach and to know them. */
record PersonOfCase(
        Patient patient, Asked<SafetyPlan> safetyPlan, Asked<Sessions> sessions, Asked<List<Answer>> scores) {
    /** The number that texts go to first. */
    public List<String> numbers() {
        return Stream.concat(
                        Stream.ofNullable(patient.number()),
                        Objects.requireNonNullElse(patient.numbers(), List.<String>of()).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "PersonOfCase[" + patient.patientId() + "]";
    }
}
