/** Aftercare as a whole: its architecture, a clinic's night, what happens when parts are killed, and the console in a browser. */
@NullMarked
package aftercare.system;

import org.jspecify.annotations.NullMarked;
