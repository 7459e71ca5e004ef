/** Shows people and what was said, to staff who may see it. */
@NullMarked
package aftercare.messaging.threads;

import org.jspecify.annotations.NullMarked;
