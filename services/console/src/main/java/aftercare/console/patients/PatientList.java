package aftercare.console.patients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of patients, as they stand in the page's address. */
enum PatientList {
    FALLEN,
    SILENT,
    DUE;

    static Optional<PatientList> named(String name) {
        return Arrays.stream(values()).filter(list -> list.word().equals(name)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
