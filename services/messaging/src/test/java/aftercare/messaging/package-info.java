@NullMarked
package aftercare.messaging;

import org.jspecify.annotations.NullMarked;
