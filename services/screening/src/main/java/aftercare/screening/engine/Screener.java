package aftercare.screening.engine;

/** Reads a reply and gives its verdict. */
public interface Screener {
    Verdict screen(Reply reply);

    /** What made the verdict: a change of engine or rules is another version. */
    Version version();
}
