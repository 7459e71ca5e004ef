@NullMarked
package aftercare.journeys.instruments;

import org.jspecify.annotations.NullMarked;
