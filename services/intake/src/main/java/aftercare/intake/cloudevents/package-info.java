/** The door for a clinic without FHIR: CloudEvents over HTTP, binary, structured and batch. */
@NullMarked
package aftercare.intake.cloudevents;

import org.jspecify.annotations.NullMarked;
