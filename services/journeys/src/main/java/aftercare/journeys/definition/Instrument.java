package aftercare.journeys.definition;

/** A published questionnaire, asked one item a text in its own words. */
public enum Instrument {
    PHQ2(2, 6, 90, 78),
    PHQ9(9, 27, 90, 78),
    GAD7(7, 21, 105, 50);

    private final int items;
    private final int highest;
    private final int leadIn;
    private final int spanishLeadIn;

    Instrument(int items, int highest, int leadIn, int spanishLeadIn) {
        this.items = items;
        this.highest = highest;
        this.leadIn = leadIn;
        this.spanishLeadIn = spanishLeadIn;
    }

    public int items() {
        return items;
    }

    /** How long the text before the first item may be, so that with it both fit into two segments. */
    public int leadIn(String language) {
        return language.equals("es") ? spanishLeadIn : leadIn;
    }

    /** The highest score there is. */
    public int highest() {
        return highest;
    }
}
