@NullMarked
package aftercare.screening.engine;

import org.jspecify.annotations.NullMarked;
