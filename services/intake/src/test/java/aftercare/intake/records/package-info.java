@NullMarked
package aftercare.intake.records;

import org.jspecify.annotations.NullMarked;
