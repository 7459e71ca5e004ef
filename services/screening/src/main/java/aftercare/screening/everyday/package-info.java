/** Positive recognition of replies that need no human: courtesies, requests, scores, small effects that passed. Nothing is everyday because nothing was found. */
@NullMarked
package aftercare.screening.everyday;

import org.jspecify.annotations.NullMarked;
