/** Asks for each text when its window opens, and learns what became of it. */
@NullMarked
package aftercare.journeys.dispatch;

import org.jspecify.annotations.NullMarked;
