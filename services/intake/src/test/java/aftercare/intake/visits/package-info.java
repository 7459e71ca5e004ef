@NullMarked
package aftercare.intake.visits;

import org.jspecify.annotations.NullMarked;
