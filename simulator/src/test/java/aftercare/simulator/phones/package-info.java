@NullMarked
package aftercare.simulator.phones;

import org.jspecify.annotations.NullMarked;
