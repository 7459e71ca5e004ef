@NullMarked
package aftercare.journeys.versions;

import org.jspecify.annotations.NullMarked;
