/** The page on which clinicians read what the machine took for routine. */
@NullMarked
package aftercare.console.readthrough;

import org.jspecify.annotations.NullMarked;
