/** Why something an admin asked for was not done, as a value that every door tells alike. */
@NullMarked
package aftercare.journeys.problems;

import org.jspecify.annotations.NullMarked;
