/** What was planned for a patient, and what the patient's routine answers meant. */
@NullMarked
package aftercare.schemas.journeys;

import org.jspecify.annotations.NullMarked;
