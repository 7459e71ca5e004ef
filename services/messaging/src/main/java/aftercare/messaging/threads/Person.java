package aftercare.messaging.threads;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import org.jspecify.annotations.Nullable;

/** A patient as staff see one. */
record Person(
        PatientId patientId,
        String name,
        @Nullable String number,
        @Nullable LineId lineId,
        boolean optedOut,
        String consent,
        String language,
        String zone) {
    @Override
    public String toString() {
        return "Person[" + patientId + "]";
    }
}
