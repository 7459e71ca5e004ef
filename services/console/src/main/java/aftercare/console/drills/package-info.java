/** Drills, and the page part that says how the chain tries itself. */
@NullMarked
package aftercare.console.drills;

import org.jspecify.annotations.NullMarked;
