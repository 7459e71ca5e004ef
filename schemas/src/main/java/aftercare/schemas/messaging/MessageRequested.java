package aftercare.schemas.messaging;

import aftercare.schemas.AppointmentId;
import aftercare.schemas.EventType;
import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** A text that should be said. {@code text} is sealed with field {@code text}. A higher {@code priority} goes first. An answer names the reply it answers and is sent only once that reply is ROUTINE (S1). */
@EventType(value = "aftercare.journeys.MessageRequested.v1", topic = Topics.REQUESTS)
public record MessageRequested(
        MessageId messageId,
        PatientId patientId,
        Purpose purpose,
        String touchpoint,
        Sealed text,
        String language,
        Window window,
        int priority,
        @Nullable ReplyId answersReplyId,
        @Nullable Question question,
        @Nullable AppointmentId appointmentId)
        implements MessageOrder {}
