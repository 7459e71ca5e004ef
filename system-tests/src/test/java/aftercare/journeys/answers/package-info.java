@NullMarked
package aftercare.journeys.answers;

import org.jspecify.annotations.NullMarked;
