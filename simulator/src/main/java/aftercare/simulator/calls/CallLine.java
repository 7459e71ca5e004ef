package aftercare.simulator.calls;

/** One line of what a phone's owner hears, presses or sees on a call. */
public record CallLine(By by, String words) {

    public enum By {
        /** The clinic's voice. */
        CLINIC,
        /** Keys. */
        PHONE,
        /** What the phone shows. */
        NOTE
    }

    static CallLine heard(String words) {
        return new CallLine(By.CLINIC, words);
    }

    static CallLine pressed(String keys) {
        return new CallLine(By.PHONE, keys);
    }

    static CallLine note(String words) {
        return new CallLine(By.NOTE, words);
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "CallLine";
    }
}
