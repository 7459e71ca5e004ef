/** Says what may be sent to a line while replies, cases and holds stand (S1, S5). */
@NullMarked
package aftercare.messaging.gate;

import org.jspecify.annotations.NullMarked;
