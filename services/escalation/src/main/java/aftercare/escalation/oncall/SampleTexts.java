package aftercare.escalation.oncall;

/** Sends a colleague words that they asked for themselves, over the line that pages go by. */
public interface SampleTexts {

    /**
     * Called outside any transaction.
     *
     * @throws TestPages.NotSent when they certainly or perhaps did not go out
     */
    void sendSample(ContactMethod method, String words);
}
