/** How patients take a journey: how many answer each touchpoint, stop texts after it, or show risk in answering it. */
@NullMarked
package aftercare.journeys.rates;

import org.jspecify.annotations.NullMarked;
