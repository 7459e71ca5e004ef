@NullMarked
package aftercare.journeys.pauses;

import org.jspecify.annotations.NullMarked;
