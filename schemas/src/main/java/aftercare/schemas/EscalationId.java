package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One escalation, also called a case. */
public record EscalationId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EscalationId {}

    public static EscalationId random() {
        return new EscalationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
