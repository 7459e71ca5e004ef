@NullMarked
package aftercare.simulator.calls;

import org.jspecify.annotations.NullMarked;
