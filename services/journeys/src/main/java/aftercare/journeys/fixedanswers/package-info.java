/** Texts that an admin approved as the answer to a routine question, such as where the clinic is. */
@NullMarked
package aftercare.journeys.fixedanswers;

import org.jspecify.annotations.NullMarked;
