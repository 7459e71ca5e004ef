/** Takes what people text to the clinic: once the carrier has heard that we took it, it is not lost (S2). */
@NullMarked
package aftercare.messaging.inbound;

import org.jspecify.annotations.NullMarked;
