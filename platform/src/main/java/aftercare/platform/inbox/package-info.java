/** An event has its effect once, however often it arrives. */
@NullMarked
package aftercare.platform.inbox;

import org.jspecify.annotations.NullMarked;
