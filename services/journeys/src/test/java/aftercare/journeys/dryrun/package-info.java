@NullMarked
package aftercare.journeys.dryrun;

import org.jspecify.annotations.NullMarked;
