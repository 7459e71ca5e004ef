/** Turns appointments and check-ins into the right texts at the right local time, and routine answers into facts. */
@NullMarked
package aftercare.journeys;

import org.jspecify.annotations.NullMarked;
