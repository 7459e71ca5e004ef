@NullMarked
package aftercare.journeys.preview;

import org.jspecify.annotations.NullMarked;
