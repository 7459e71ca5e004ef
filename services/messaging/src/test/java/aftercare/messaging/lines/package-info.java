@NullMarked
package aftercare.messaging.lines;

import org.jspecify.annotations.NullMarked;
