@NullMarked
package aftercare.intake.patients;

import org.jspecify.annotations.NullMarked;
