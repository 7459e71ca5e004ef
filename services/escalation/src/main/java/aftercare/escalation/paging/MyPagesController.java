package aftercare.escalation.paging;

import aftercare.platform.access.Caller;
import aftercare.schemas.StaffId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was paged for and nobody has taken. */
@RestController
class MyPagesController {
    private final Pages pages;

    MyPagesController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/v1/pages/mine")
    @PreAuthorize("hasRole('STAFF')")
    List<Pages.Mine> mine(Caller caller) {
        return pages.waitingFor(new StaffId(caller.id()));
    }
}
