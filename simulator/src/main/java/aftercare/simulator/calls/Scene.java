package aftercare.simulator.calls;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened on a call so far, and where it goes on.
 *
 * @param document the clinic's instructions in force
 * @param at the address that gave them
 * @param next which of them comes next
 * @param listening whether keys are being waited for, by the one before {@code next}
 * @param pressed the keys so far
 * @param dialled the call to the phone that this one waits for
 */
record Scene(
        @Nullable String document,
        @Nullable String at,
        int next,
        List<CallLine> lines,
        boolean listening,
        String pressed,
        @Nullable String dialled) {
    Scene {
        lines = List.copyOf(lines);
    }

    static final Scene EMPTY = new Scene(null, null, 0, List.of(), false, "", null);

    Scene saying(CallLine line) {
        return new Scene(
                document,
                at,
                next,
                Stream.concat(lines.stream(), Stream.of(line)).toList(),
                listening,
                pressed,
                dialled);
    }

    Scene reading(String instructions, String from) {
        return new Scene(instructions, from, 0, lines, false, "", null);
    }

    Scene goingOnAt(int index) {
        return new Scene(document, at, index, lines, false, "", null);
    }

    Scene listeningBefore(int index) {
        return new Scene(document, at, index, lines, true, "", null);
    }

    Scene pressing(String keys) {
        return new Scene(document, at, next, lines, listening, pressed + keys, dialled);
    }

    Scene dialling(String sid, int index) {
        return new Scene(document, at, index, lines, false, "", sid);
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "Scene";
    }
}
