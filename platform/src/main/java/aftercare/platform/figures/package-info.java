/** Figures with their uncertainty. */
@NullMarked
package aftercare.platform.figures;

import org.jspecify.annotations.NullMarked;
