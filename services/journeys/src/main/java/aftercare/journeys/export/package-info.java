/** Gathers all that is known of one patient and hands it out whole, audited, as a FHIR R4 Bundle. */
@NullMarked
package aftercare.journeys.export;

import org.jspecify.annotations.NullMarked;
