package aftercare.journeys.definition;

import java.util.List;

/** A journey can't be imported; each problem names the touchpoint, the field, what is wrong and often what would be right. */
public final class InvalidJourney extends RuntimeException {
    private final List<Problem> problems;

    public InvalidJourney(List<Problem> problems) {
        super("The journey has " + problems.size() + " problem(s): " + problems);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing to mend.
     *
     * @param touchpoint its id, or {@code journey} for what stands above them
     */
    public record Problem(String touchpoint, String field, String what) {
        @Override
        public String toString() {
            return touchpoint + "." + field + " " + what;
        }
    }
}
