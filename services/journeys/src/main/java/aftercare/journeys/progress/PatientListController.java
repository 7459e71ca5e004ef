package aftercare.journeys.progress;

import aftercare.platform.access.Caller;
import aftercare.platform.audit.Audit;
import aftercare.platform.clock.ClinicClock;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who fell, who went silent, who is due. */
@RestController
class PatientListController {
    private static final int MOST = 200;

    private final PatientLists lists;
    private final Audit audit;
    private final ClinicClock clock;

    PatientListController(PatientLists lists, Audit audit, ClinicClock clock) {
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lists there are, as they stand in the path. */
    enum Which {
        fallen,
        silent,
        due
    }

    @GetMapping("/v1/patient-lists/{which}")
    @PreAuthorize("hasRole('STAFF')")
    @Transactional
    public PatientLists.Page list(
            @PathVariable Which which,
            @RequestParam(defaultValue = "0") @Min(0) int skip,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit,
            Caller caller) {
        var now = clock.instant();
        audit.record(now, caller.id(), "PatientListViewed", "patient-list/" + which, Map.of());
        return switch (which) {
            case fallen -> lists.fallen(now, skip, limit);
            case silent -> lists.silent(now, skip, limit);
            case due -> lists.due(now, skip, limit);
        };
    }
}
