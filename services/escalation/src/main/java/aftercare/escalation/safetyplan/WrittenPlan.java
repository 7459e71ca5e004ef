package aftercare.escalation.safetyplan;

import aftercare.schemas.StaffId;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** One version of a patient's safety plan. */
record WrittenPlan(
        int version,
        StaffId writtenBy,
        Instant writtenAt,
        @JsonUnwrapped SafetyPlan plan) {}
