package aftercare.messaging.readthrough;

import aftercare.schemas.StaffId;

/** A colleague who has replies before them. */
record Reader(StaffId staffId, int replies) {}
