package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One phone number. It may belong to no patient, one, or several. */
public record LineId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LineId {}

    public static LineId random() {
        return new LineId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
