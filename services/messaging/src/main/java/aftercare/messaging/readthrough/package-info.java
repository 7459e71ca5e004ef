/** Lets humans read what the machine took for ROUTINE, in time and none twice unknowingly, and measures what it missed. */
@NullMarked
package aftercare.messaging.readthrough;

import org.jspecify.annotations.NullMarked;
