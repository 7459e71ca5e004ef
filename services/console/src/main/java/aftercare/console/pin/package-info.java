/** One's own PIN for calling patients from a page that came by phone. */
@NullMarked
package aftercare.console.pin;

import org.jspecify.annotations.NullMarked;
