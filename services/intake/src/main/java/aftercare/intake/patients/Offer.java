package aftercare.intake.patients;

import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.ContentLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Consent as a record reports it; since when, only a history or the record itself can say. */
public record Offer(
        ConsentBasis basis,
        ContentLevel contentLevel,
        @Nullable Instant offeredAt) {
    boolean isSameAs(@Nullable Offer other) {
        return other != null && basis == other.basis && contentLevel == other.contentLevel;
    }

    Offer since(Instant first) {
        return offeredAt == null ? new Offer(basis, contentLevel, first) : this;
    }
}
