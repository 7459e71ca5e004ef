/** The verdict on a reply: CRISIS by evidence of risk, ROUTINE by recognition of the whole reply, everything between is for a human. */
@NullMarked
package aftercare.screening.engine;

import org.jspecify.annotations.NullMarked;
