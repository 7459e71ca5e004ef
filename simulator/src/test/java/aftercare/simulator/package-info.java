@NullMarked
package aftercare.simulator;

import org.jspecify.annotations.NullMarked;
