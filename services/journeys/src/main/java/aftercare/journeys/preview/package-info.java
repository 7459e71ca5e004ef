/** How a text will look on a phone while it is being written, and a test of it on the writer's own phone. */
@NullMarked
package aftercare.journeys.preview;

import org.jspecify.annotations.NullMarked;
