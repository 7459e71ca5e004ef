/** Patients and the timeline of one. */
@NullMarked
package aftercare.console.patients;

import org.jspecify.annotations.NullMarked;
