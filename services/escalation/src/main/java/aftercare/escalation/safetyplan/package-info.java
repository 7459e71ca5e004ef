/** Patients' safety plans, as a clinician wrote them down with the patient. */
@NullMarked
package aftercare.escalation.safetyplan;

import org.jspecify.annotations.NullMarked;
