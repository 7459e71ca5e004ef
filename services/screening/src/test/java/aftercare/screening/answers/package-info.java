@NullMarked
package aftercare.screening.answers;

import org.jspecify.annotations.NullMarked;
