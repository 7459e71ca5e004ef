package aftercare.escalation.paging;

import aftercare.escalation.ways.Message;
import aftercare.schemas.StaffId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to a colleague that is being answered.
 *
 * @param about what there is to say now; empty when others have dealt with it
 * @param drill it is about a drill, and takes nothing else
 * @param trialOf the contact method that a test page is about
 */
public record PageCall(
        UUID id,
        StaffId staffId,
        Optional<Message> about,
        boolean drill,
        @Nullable UUID trialOf) {}
