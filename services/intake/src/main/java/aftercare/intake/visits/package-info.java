/** Visits: what appointments and attendances together say, and what the other services have been told of it. */
@NullMarked
package aftercare.intake.visits;

import org.jspecify.annotations.NullMarked;
