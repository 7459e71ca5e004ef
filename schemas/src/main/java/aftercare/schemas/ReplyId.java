package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One inbound text. */
public record ReplyId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReplyId {}

    public static ReplyId random() {
        return new ReplyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
