/** How patients do, for clinicians: scores over time, visits, and the lists of who fell, who went silent and who is due. */
@NullMarked
package aftercare.journeys.progress;

import org.jspecify.annotations.NullMarked;
