/** Patients as the clinic knows them: names and numbers, sealed, and the consent that the clinic offers. */
@NullMarked
package aftercare.intake.patients;

import org.jspecify.annotations.NullMarked;
