package aftercare.escalation.facts;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether it is worth fetching again. */
@RestController
class ChangesController {
    private final Changes changes;

    ChangesController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping("/v1/changes")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR', 'SERVICE')")
    Latest latest() {
        return new Latest(changes.sequence());
    }

    record Latest(long sequence) {}
}
