package aftercare.escalation.paging;

import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which cases somebody has been paged for. */
@Component
public class PagedCases {
    private final Pages pages;

    PagedCases(Pages pages) {
        this.pages = pages;
    }

    /** Those that nobody has resolved, whoever has them. */
    public List<EscalationId> unresolvedOf(StaffId staff) {
        return pages.unresolvedPagedTo(staff);
    }
}
