@NullMarked
package aftercare.simulator.carrier;

import org.jspecify.annotations.NullMarked;
