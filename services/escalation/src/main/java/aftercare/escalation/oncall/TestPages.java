package aftercare.escalation.oncall;

/** Sends a page that asks for nothing but an answer: it carries a code, which its owner types back in the console or, on a call, presses. */
public interface TestPages {

    /**
     * Called outside any transaction.
     *
     * @throws NotSent when it certainly or perhaps did not go out
     */
    void send(ContactMethod method, String code);

    /** The message is for the person who waits for the page: what is so and what to do, without the address. */
    final class NotSent extends RuntimeException {
        public NotSent(String words) {
            super(words);
        }
    }
}
