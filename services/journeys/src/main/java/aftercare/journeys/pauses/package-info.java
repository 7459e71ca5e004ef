/** Pauses of the journey, of one patient, of one touchpoint; closures and holidays of the clinic. */
@NullMarked
package aftercare.journeys.pauses;

import org.jspecify.annotations.NullMarked;
