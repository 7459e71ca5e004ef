@NullMarked
package aftercare.console.supervision;

import org.jspecify.annotations.NullMarked;
