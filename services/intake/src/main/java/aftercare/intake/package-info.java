/** Facts from the EHR, a file or the front desk become events on {@code clinic.*}. */
@NullMarked
package aftercare.intake;

import org.jspecify.annotations.NullMarked;
