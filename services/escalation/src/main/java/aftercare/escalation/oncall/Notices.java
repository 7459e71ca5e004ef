package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;

/** Tells a colleague something by text. Belongs to the caller's transaction; the words name no patient. */
public interface Notices {
    void tell(StaffId who, String words);
}
