/** By which ways a colleague is reached, and what each of them says: that somebody is needed, never who or why, and no link (S9). */
@NullMarked
package aftercare.escalation.ways;

import org.jspecify.annotations.NullMarked;
