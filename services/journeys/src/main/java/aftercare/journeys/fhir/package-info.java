/** One patient as other systems read them: from plain records to FHIR R4 resources of what was planned, said, heard, answered and scored. */
@NullMarked
package aftercare.journeys.fhir;

import org.jspecify.annotations.NullMarked;
