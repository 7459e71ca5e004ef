/** The FHIR R4 door. Bad input gets an OperationOutcome that names the element and how to mend it, and leaves no trace. */
@NullMarked
package aftercare.intake.fhir;

import org.jspecify.annotations.NullMarked;
