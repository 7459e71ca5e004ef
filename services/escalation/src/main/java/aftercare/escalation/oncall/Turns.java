package aftercare.escalation.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who has which turn, asked of the rotations. */
public interface Turns {
    /** Their ids. */
    Set<String> rotations();

    Duty at(Instant now);

    /** The whole interval without a gap, in spans during which nothing changes. */
    List<Span> between(Instant from, Instant until);

    /** From {@code from} up to, and without, {@code until}. */
    record Span(Instant from, Instant until, Duty duty) {}
}
