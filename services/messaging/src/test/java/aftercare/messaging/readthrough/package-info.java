@NullMarked
package aftercare.messaging.readthrough;

import org.jspecify.annotations.NullMarked;
