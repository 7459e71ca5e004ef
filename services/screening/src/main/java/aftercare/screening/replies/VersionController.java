package aftercare.screening.replies;

import aftercare.schemas.screening.Versions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells other services what makes the verdicts, in the words that every verdict has too. */
@RestController
class VersionController {
    private final CurrentVersion current;

    VersionController(CurrentVersion current) {
        this.current = current;
    }

    @GetMapping("/v1/version")
    @PreAuthorize("hasRole('SERVICE')")
    Versions version() {
        return current.versions();
    }
}
