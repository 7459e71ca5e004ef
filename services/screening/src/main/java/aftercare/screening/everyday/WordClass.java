package aftercare.screening.everyday;

/** What a harmless word does in a harmless sentence. */
public enum WordClass {
    /** Holds a sentence together and says nothing by itself. */
    FILLER,
    /** Opens a question or asks for something. */
    ASK,
    /** What the front desk answers for: visits, bills, preparation, the way in. */
    TOPIC,
    /** When. */
    TIME,
    /** A number in words. */
    NUMBER,
    /** What a number measures. */
    MEASURE,
    /** Thanks, greetings, "ok". */
    COURTESY,
    /** Something went well. */
    GOOD,
    /** A small bodily effect. */
    EFFECT,
    /** Says that an effect is small or over. */
    PASSED,
    /** Everyday life: meals, garden, family. */
    LIFE
}
