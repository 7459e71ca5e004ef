/** What a journey would say to a patient, real or invented, if the dates were these. Nothing is stored and nobody is texted. */
@NullMarked
package aftercare.journeys.dryrun;

import org.jspecify.annotations.NullMarked;
