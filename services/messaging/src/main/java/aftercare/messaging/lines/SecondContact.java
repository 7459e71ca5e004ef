package aftercare.messaging.lines;

import org.jspecify.annotations.Nullable;

/** Whom the clinic may speak with when the patient can't be reached. Never shows itself. */
public record SecondContact(
        String name, @Nullable String number, @Nullable String relation) {
    @Override
    public String toString() {
        return "SecondContact";
    }
}
