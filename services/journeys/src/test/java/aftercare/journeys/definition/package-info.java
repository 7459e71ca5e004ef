@NullMarked
package aftercare.journeys.definition;

import org.jspecify.annotations.NullMarked;
