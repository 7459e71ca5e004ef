@NullMarked
package aftercare.journeys.wording;

import org.jspecify.annotations.NullMarked;
