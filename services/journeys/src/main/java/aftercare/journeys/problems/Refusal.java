package aftercare.journeys.problems;

import java.util.List;

/**
 * What is so, and what to do about it.
 *
 * @param type stable, for programs
 * @param problems one by one, where there are several
 */
public record Refusal(Kind kind, String type, String detail, List<?> problems) {
    public Refusal {
        problems = List.copyOf(problems);
    }

    /** What kind of thing is in the way. */
    public enum Kind {
        NOT_THERE,
        CONFLICT,
        UNUSABLE
    }

    public static Refusal notThere(String type, String detail) {
        return new Refusal(Kind.NOT_THERE, type, detail, List.of());
    }

    public static Refusal conflict(String type, String detail) {
        return new Refusal(Kind.CONFLICT, type, detail, List.of());
    }

    public static Refusal unusable(String type, String detail) {
        return new Refusal(Kind.UNUSABLE, type, detail, List.of());
    }

    public Refusal with(List<?> each) {
        return new Refusal(kind, type, detail, each);
    }
}
