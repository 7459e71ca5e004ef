@NullMarked
package aftercare.messaging.consent;

import org.jspecify.annotations.NullMarked;
