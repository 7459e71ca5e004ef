package aftercare.screening.lexicon;

/** A phrase of a group, found in the words {@code from} (inclusive) to {@code to} (exclusive). */
public record Finding(PhraseGroup group, int from, int to) {}
