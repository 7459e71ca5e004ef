/** Work that falls due: rows claimed in batches by any number of instances. */
@NullMarked
package aftercare.platform.duework;

import org.jspecify.annotations.NullMarked;
