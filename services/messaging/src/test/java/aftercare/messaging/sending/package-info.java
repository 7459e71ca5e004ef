@NullMarked
package aftercare.messaging.sending;

import org.jspecify.annotations.NullMarked;
