package aftercare.journeys.planning;

import aftercare.schemas.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in a patient's table, found by what it may be said once for. */
final class Rows {
    private final Map<UUID, PlannedTouchpoint> byId = new HashMap<>();
    private final Map<String, Optional<PlannedTouchpoint>> byKey = new HashMap<>();
    private final List<PlannedTouchpoint> all;
    private final @Nullable PatientId patient;

    Rows(List<PlannedTouchpoint> all) {
        this.all = all;
        this.patient = all.isEmpty() ? null : all.getFirst().patientId();
        all.forEach(row -> byId.put(row.id(), row));
    }

    List<PlannedTouchpoint> all() {
        return all;
    }

    Optional<PlannedTouchpoint> of(Occasion occasion) {
        return of(occasion.key());
    }

    Optional<PlannedTouchpoint> of(String key) {
        return patient == null
                ? Optional.empty()
                : byKey.computeIfAbsent(key, sought -> Optional.ofNullable(byId.get(Occasion.id(patient, sought))));
    }
}
