@NullMarked
package aftercare.intake.cloudevents;

import org.jspecify.annotations.NullMarked;
