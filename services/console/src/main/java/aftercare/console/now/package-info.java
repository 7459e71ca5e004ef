/** What needs the one who looks, and how many need somebody. */
@NullMarked
package aftercare.console.now;

import org.jspecify.annotations.NullMarked;
