package aftercare.escalation.oncall.rotations;

import java.time.Duration;
import java.time.LocalDateTime;

/** How long a turn is, by the clock on the wall. */
record Cadence(int every, Unit unit) {
    private static final int LONGEST_DAYS = 56;

    enum Unit {
        HOURS,
        DAYS,
        WEEKS
    }

    Cadence {
        if (!isPossible(every, unit)) {
            throw new IllegalArgumentException("A turn is of 1 hour to 8 weeks");
        }
    }

    static boolean isPossible(int every, Unit unit) {
        return every >= 1 && every <= longest(unit);
    }

    private static int longest(Unit unit) {
        return switch (unit) {
            case HOURS -> LONGEST_DAYS * 24;
            case DAYS -> LONGEST_DAYS;
            case WEEKS -> LONGEST_DAYS / 7;
        };
    }

    LocalDateTime after(LocalDateTime start, long turns) {
        return switch (unit) {
            case HOURS -> start.plusHours(turns * every);
            case DAYS -> start.plusDays(turns * every);
            case WEEKS -> start.plusWeeks(turns * every);
        };
    }

    /** How many whole turns lie between two times of the wall; negative before the start. */
    long turns(LocalDateTime start, LocalDateTime local) {
        return Math.floorDiv(Duration.between(start, local).toMinutes(), minutes());
    }

    private long minutes() {
        return switch (unit) {
            case HOURS -> every * 60L;
            case DAYS -> every * 24L * 60;
            case WEEKS -> every * 7L * 24 * 60;
        };
    }
}
