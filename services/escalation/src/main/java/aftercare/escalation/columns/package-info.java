/** Instants and lists as they lie in columns. */
@NullMarked
package aftercare.escalation.columns;

import org.jspecify.annotations.NullMarked;
