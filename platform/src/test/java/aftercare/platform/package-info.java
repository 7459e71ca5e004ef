/** Real parts for the platform's own tests. */
@NullMarked
package aftercare.platform;

import org.jspecify.annotations.NullMarked;
