package aftercare.screening.lexicon;

import java.util.regex.Pattern;

/** A phrase as it is looked for from the start of a word on. */
record Phrase(Pattern pattern, Needs needs) {}
