/** Keeps up with the clinic's charts: numbers, offers of consent, merges, deaths. */
@NullMarked
package aftercare.messaging.patients;

import org.jspecify.annotations.NullMarked;
