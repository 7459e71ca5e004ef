package aftercare.console.oncall;

import aftercare.console.remote.OnCallService.Part;
import java.time.Instant;

/** Somebody's time in a rotation as one form field carries it. */
record PartField(String who, Part part) {
    private static final String BETWEEN = "|";

    String written() {
        return String.join(
                BETWEEN,
                who,
                part.rotation(),
                part.from().toString(),
                part.until().toString());
    }

    static PartField read(String field) {
        var parts = field.split("\\|", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("A shift of a form has four parts");
        }
        return new PartField(parts[0], new Part(parts[1], Instant.parse(parts[2]), Instant.parse(parts[3])));
    }
}
