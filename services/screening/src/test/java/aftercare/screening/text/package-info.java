@NullMarked
package aftercare.screening.text;

import org.jspecify.annotations.NullMarked;
