@NullMarked
package aftercare.simulator.clock;

import org.jspecify.annotations.NullMarked;
