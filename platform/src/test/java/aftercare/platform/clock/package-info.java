@NullMarked
package aftercare.platform.clock;

import org.jspecify.annotations.NullMarked;
