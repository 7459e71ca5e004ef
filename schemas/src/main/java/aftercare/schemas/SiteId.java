package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One site of the organisation. */
public record SiteId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteId {}

    @Override
    public String toString() {
        return value;
    }
}
