/** The two clocks: clinic time, which a demo may move forward, and machine time, which never moves. */
@NullMarked
package aftercare.platform.clock;

import org.jspecify.annotations.NullMarked;
