@NullMarked
package aftercare.simulator.alarms;

import org.jspecify.annotations.NullMarked;
