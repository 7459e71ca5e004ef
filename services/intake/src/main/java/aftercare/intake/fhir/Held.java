package aftercare.intake.fhir;

import java.util.Arrays;
import java.util.Optional;

/** The resource types this door takes, in the order in which a transaction takes them. */
enum Held {
    PATIENT("Patient"),
    APPOINTMENT("Appointment"),
    ENCOUNTER("Encounter");

    private final String fhirName;

    Held(String fhirName) {
        this.fhirName = fhirName;
    }

    String fhirName() {
        return fhirName;
    }

    static Optional<Held> of(String fhirName) {
        return Arrays.stream(values())
                .filter(type -> type.fhirName.equals(fhirName))
                .findFirst();
    }
}
