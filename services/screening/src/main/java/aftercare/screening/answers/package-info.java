/** What the open question asks, in which direction its answers point, and which answer a reply gives. */
@NullMarked
package aftercare.screening.answers;

import org.jspecify.annotations.NullMarked;
