/** Today's escalations and one case: thread, pages, acknowledgement, resolution. */
@NullMarked
package aftercare.console.escalations;

import org.jspecify.annotations.NullMarked;
