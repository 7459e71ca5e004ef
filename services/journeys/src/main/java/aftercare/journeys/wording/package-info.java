/** The words of a text: languages, variables, and what fits into an SMS. */
@NullMarked
package aftercare.journeys.wording;

import org.jspecify.annotations.NullMarked;
