@NullMarked
package aftercare.journeys;

import org.jspecify.annotations.NullMarked;
