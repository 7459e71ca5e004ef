/** Routine answers bound to their questions, requests of patients, and silence. */
@NullMarked
package aftercare.journeys.answers;

import org.jspecify.annotations.NullMarked;
