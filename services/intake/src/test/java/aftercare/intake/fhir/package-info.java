@NullMarked
package aftercare.intake.fhir;

import org.jspecify.annotations.NullMarked;
