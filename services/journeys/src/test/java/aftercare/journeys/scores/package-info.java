@NullMarked
package aftercare.journeys.scores;

import org.jspecify.annotations.NullMarked;
