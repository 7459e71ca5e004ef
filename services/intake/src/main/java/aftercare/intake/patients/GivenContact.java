package aftercare.intake.patients;

import org.jspecify.annotations.Nullable;

/** Whom the clinic may speak with when the patient can't be reached; the number is E.164. Never shows itself. */
public record GivenContact(
        String name, @Nullable String number, @Nullable String relation) {
    @Override
    public String toString() {
        return "GivenContact";
    }
}
