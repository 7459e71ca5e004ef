/** Sends each text at most once, and only when everything allows it (S1, S5, S6, S7). */
@NullMarked
package aftercare.messaging.sending;

import org.jspecify.annotations.NullMarked;
