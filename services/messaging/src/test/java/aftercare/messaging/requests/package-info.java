@NullMarked
package aftercare.messaging.requests;

import org.jspecify.annotations.NullMarked;
