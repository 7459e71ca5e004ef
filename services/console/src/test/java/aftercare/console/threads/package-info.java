@NullMarked
package aftercare.console.threads;

import org.jspecify.annotations.NullMarked;
