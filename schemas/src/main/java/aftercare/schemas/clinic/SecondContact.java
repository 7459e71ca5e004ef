package aftercare.schemas.clinic;

import aftercare.schemas.Sealed;
import org.jspecify.annotations.Nullable;

/** Whom the clinic may speak with when the patient can't be reached. Sealed with the fields {@code secondContact/name}, {@code /number} (E.164) and {@code /relation}. */
public record SecondContact(
        Sealed name, @Nullable Sealed number, @Nullable Sealed relation) {}
