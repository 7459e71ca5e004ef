package aftercare.escalation.paging;

import aftercare.escalation.exercises.CanaryPager;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.oncall.ContactMethod;
import aftercare.escalation.oncall.Contacts;
import aftercare.schemas.StaffId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a page to somebody goes; the canary's pager is a number, and nobody's. */
@Component
class PageAddresses {
    private final Contacts contacts;
    private final CanaryPager canary;

    PageAddresses(Contacts contacts, CanaryPager canary) {
        this.contacts = contacts;
        this.canary = canary;
    }

    Optional<String> of(StaffId staff, ContactKind kind) {
        return staff.equals(CanaryPager.ID)
                ? canary.number().filter(number -> kind == ContactKind.SMS)
                : contacts.toTry(staff, kind).map(ContactMethod::address);
    }
}
