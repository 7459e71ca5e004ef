@NullMarked
package aftercare.messaging.inbound;

import org.jspecify.annotations.NullMarked;
