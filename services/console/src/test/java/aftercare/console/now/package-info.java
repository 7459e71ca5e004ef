@NullMarked
package aftercare.console.now;

import org.jspecify.annotations.NullMarked;
