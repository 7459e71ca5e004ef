@NullMarked
package aftercare.console;

import org.jspecify.annotations.NullMarked;
