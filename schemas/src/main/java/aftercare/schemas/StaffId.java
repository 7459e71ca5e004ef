package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A member of staff, or {@code service:<name>} for a machine's deed. */
public record StaffId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {}

    @Override
    public String toString() {
        return value;
    }
}
