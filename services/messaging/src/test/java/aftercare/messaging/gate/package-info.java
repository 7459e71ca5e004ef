@NullMarked
package aftercare.messaging.gate;

import org.jspecify.annotations.NullMarked;
