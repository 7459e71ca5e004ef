package aftercare.escalation.voice;

import java.util.Optional;
import java.util.stream.IntStream;

/** A PIN somebody wishes to have. */
record Pin(String digits) {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 10;

    /** What is wrong with it, in words for its owner. */
    Optional<String> fault() {
        if (!digits.matches("\\d{" + SHORTEST + "," + LONGEST + "}")) {
            return Optional.of("A PIN is 4 to 10 digits, and nothing else. Choose such a one.");
        }
        return steps(0) || steps(1) || steps(-1)
                ? Optional.of(
                        "This PIN is easily guessed. Choose one whose digits are neither all the same nor in a row.")
                : Optional.empty();
    }

    private boolean steps(int by) {
        return IntStream.range(1, digits.length()).allMatch(i -> digits.charAt(i) - digits.charAt(i - 1) == by);
    }

    /** Never the digits. */
    @Override
    public String toString() {
        return "Pin";
    }
}
