/** Phrases that a clinician can read and review, kept in data files, and where they stand in a reply. */
@NullMarked
package aftercare.screening.lexicon;

import org.jspecify.annotations.NullMarked;
