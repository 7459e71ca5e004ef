/** The journey for admins: seen as a picture, written text by text, tried out, approved, reviewed, published and paused. */
@NullMarked
package aftercare.console.journeys;

import org.jspecify.annotations.NullMarked;
