/** All that is known of a patient's visits, append-only, and what it adds up to whatever order it came in. */
@NullMarked
package aftercare.journeys.facts;

import org.jspecify.annotations.NullMarked;
