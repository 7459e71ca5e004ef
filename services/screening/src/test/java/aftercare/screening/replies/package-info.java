@NullMarked
package aftercare.screening.replies;

import org.jspecify.annotations.NullMarked;
