@NullMarked
package aftercare.journeys.fhir;

import org.jspecify.annotations.NullMarked;
