/** Tries the whole chain with nobody behind it: a canary on a schedule, a drill when an admin starts one. */
@NullMarked
package aftercare.escalation.exercises;

import org.jspecify.annotations.NullMarked;
