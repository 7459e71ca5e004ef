@NullMarked
package aftercare.journeys.rates;

import org.jspecify.annotations.NullMarked;
