/** A patient's plan: a pure function of facts, journey and time, laid over what was already said. */
@NullMarked
package aftercare.journeys.planning;

import org.jspecify.annotations.NullMarked;
