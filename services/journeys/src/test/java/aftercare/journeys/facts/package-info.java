@NullMarked
package aftercare.journeys.facts;

import org.jspecify.annotations.NullMarked;
