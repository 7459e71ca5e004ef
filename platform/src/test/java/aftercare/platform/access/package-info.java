@NullMarked
package aftercare.platform.access;

import org.jspecify.annotations.NullMarked;
