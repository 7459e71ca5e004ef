/** The operator's alarm webhook in a demo. Takes an alarm even when PostgreSQL is gone. */
@NullMarked
package aftercare.simulator.alarms;

import org.jspecify.annotations.NullMarked;
