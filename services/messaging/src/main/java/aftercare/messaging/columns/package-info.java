/** How values of ours stand in columns. */
@NullMarked
package aftercare.messaging.columns;

import org.jspecify.annotations.NullMarked;
