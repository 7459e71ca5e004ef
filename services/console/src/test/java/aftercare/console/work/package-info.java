@NullMarked
package aftercare.console.work;

import org.jspecify.annotations.NullMarked;
