/** A human, awake, reached, in minutes, every time: who is on call, their pages, the cases they take, and the work that waits for them. */
@NullMarked
package aftercare.escalation;

import org.jspecify.annotations.NullMarked;
