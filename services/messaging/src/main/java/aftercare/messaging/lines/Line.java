package aftercare.messaging.lines;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One phone number and everyone who may be behind it. */
public record Line(
        LineId id,
        @Nullable Sealed number,
        @Nullable Integer refusedCode,
        @Nullable Instant cancelledAt,
        List<Patient> patients) {
    public Line {
        patients = List.copyOf(patients);
    }

    public List<PatientId> patientIds() {
        return patients.stream().map(Patient::id).toList();
    }

    public boolean refused() {
        return refusedCode != null;
    }

    /** The language everyone on the line reads; empty where they differ or nobody is known. */
    public Optional<String> language() {
        var languages = patients.stream().map(Patient::language).distinct().toList();
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }
}
