@NullMarked
package aftercare.journeys.export;

import org.jspecify.annotations.NullMarked;
