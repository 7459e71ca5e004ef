package aftercare.messaging.rescreening;

import aftercare.messaging.gate.EngineVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far screening again has come: ids and counts. */
@RestController
class RescreenController {
    private static final int LATEST = 20;

    private final Runs runs;
    private final VersionWatch watch;

    RescreenController(Runs runs, VersionWatch watch) {
        this.runs = runs;
        this.watch = watch;
    }

    @GetMapping("/v1/rescreens")
    @PreAuthorize("hasAnyRole('OPERATOR', 'ADMIN', 'CLINICIAN', 'SERVICE')")
    Status status() {
        return new Status(watch.lastSeen().map(EngineVersion::name).orElse(null), runs.latest(LATEST));
    }

    /** {@code version}: what screening last said it is; absent while it has not answered. */
    record Status(@Nullable String version, List<Progress> runs) {}
}
