@NullMarked
package aftercare.messaging.rescreening;

import org.jspecify.annotations.NullMarked;
