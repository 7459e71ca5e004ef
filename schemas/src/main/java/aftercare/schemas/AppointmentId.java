package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An appointment, by the id the clinic's own system gives. */
public record AppointmentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppointmentId {}

    @Override
    public String toString() {
        return value;
    }
}
