@NullMarked
package aftercare.intake;

import org.jspecify.annotations.NullMarked;
