@NullMarked
package aftercare.intake.access;

import org.jspecify.annotations.NullMarked;
