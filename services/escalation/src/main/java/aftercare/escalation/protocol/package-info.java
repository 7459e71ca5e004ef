/** The steps a clinician goes through with a flagged text: what is done, by whom and when. */
@NullMarked
package aftercare.escalation.protocol;

import org.jspecify.annotations.NullMarked;
