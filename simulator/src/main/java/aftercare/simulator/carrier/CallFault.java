package aftercare.simulator.carrier;

/** What becomes of every call to a phone, when a person has chosen so. */
public enum CallFault {
    BUSY("busy"),
    NO_ANSWER("nobody answers"),
    FAILED("can't be reached"),
    VOICEMAIL("voicemail answers");

    private final String words;

    CallFault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
