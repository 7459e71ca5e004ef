@NullMarked
package aftercare.screening.report;

import org.jspecify.annotations.NullMarked;
