@NullMarked
package aftercare.testkit;

import org.jspecify.annotations.NullMarked;
