package aftercare.screening.lexicon;

/** A text whose reading ends when its thread is interrupted, so that a pattern that runs away meets the time limit. */
record Interruptible(CharSequence text) implements CharSequence {

    @Override
    public char charAt(int index) {
        if (Thread.currentThread().isInterrupted()) throw new Interrupted();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Interruptible(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The time was up. */
    static final class Interrupted extends RuntimeException {}
}
