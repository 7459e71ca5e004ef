package aftercare.journeys.definition;

/**
 * What a touchpoint's priority makes of it. When there is place for only one text the higher rank goes, and an open question waits only for
 * questions of its own rank or above.
 */
public enum Rank {
    SAFETY(80),
    LOGISTICS(60),
    CHECK_IN(40),
    QUESTIONNAIRE(20),
    EDUCATION(0);

    private final int from;

    Rank(int from) {
        this.from = from;
    }

    static Rank of(int priority) {
        for (var rank : values()) {
            if (priority >= rank.from) {
                return rank;
            }
        }
        throw new IllegalArgumentException("A priority is not negative: " + priority);
    }

    public boolean isBelow(Rank other) {
        return compareTo(other) > 0;
    }
}
