/** The journey as a file: read it, edit it, import it. */
@NullMarked
package aftercare.console.journeys;

import org.jspecify.annotations.NullMarked;
