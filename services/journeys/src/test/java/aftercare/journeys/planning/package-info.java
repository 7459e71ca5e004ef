@NullMarked
package aftercare.journeys.planning;

import org.jspecify.annotations.NullMarked;
