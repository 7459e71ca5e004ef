package aftercare.messaging.lines;

import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A patient as the chart last told us. {@code known} is false while no chart has come. */
public record Patient(
        PatientId id,
        boolean known,
        @Nullable Sealed name,
        String language,
        ZoneId zone,
        @Nullable Instant deceasedAt,
        @Nullable PatientId mergedInto,
        @Nullable LineId textingLine,
        @Nullable Sealed secondContact) {}
