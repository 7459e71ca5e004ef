@NullMarked
package aftercare.platform.sealing;

import org.jspecify.annotations.NullMarked;
