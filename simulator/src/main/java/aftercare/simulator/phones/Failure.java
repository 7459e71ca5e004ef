package aftercare.simulator.phones;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way for a number to fail that the page offers. */
record Failure(int code, String words, boolean chosen) {
    private static final List<Failure> USUAL = List.of(
            new Failure(21211, "21211 – refused: not a number", false),
            new Failure(21610, "21610 – refused: opted out", false),
            new Failure(21614, "21614 – refused: not a mobile", false),
            new Failure(30003, "30003 – never arrives: switched off", false),
            new Failure(30005, "30005 – never arrives: unknown", false),
            new Failure(30007, "30007 – never arrives: filtered", false));

    /** The usual ones, and the one in force if a script chose another. */
    static List<Failure> choices(@Nullable Integer inForce) {
        if (inForce == null) {
            return USUAL;
        }
        var other = USUAL.stream().noneMatch(failure -> failure.code() == inForce)
                ? Stream.of(new Failure(inForce, inForce + " – fails", true))
                : Stream.<Failure>empty();
        return Stream.concat(
                        USUAL.stream()
                                .map(failure ->
                                        new Failure(failure.code(), failure.words(), failure.code() == inForce)),
                        other)
                .toList();
    }
}
