/** The other services as the console sees them, and the relay that gives scripts the same doors. */
@NullMarked
package aftercare.console.remote;

import org.jspecify.annotations.NullMarked;
