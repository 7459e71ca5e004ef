@NullMarked
package aftercare.screening.everyday;

import org.jspecify.annotations.NullMarked;
