package aftercare.journeys.definition;

/** A published questionnaire, asked one item a text in its own words. */
public enum Instrument {
    PHQ2(2, 6),
    PHQ9(9, 27),
    GAD7(7, 21);

    private final int items;
    private final int highest;

    Instrument(int items, int highest) {
        this.items = items;
        this.highest = highest;
    }

    public int items() {
        return items;
    }

    /** The highest score there is. */
    public int highest() {
        return highest;
    }
}
