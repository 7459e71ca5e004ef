/** Hears from the carrier what became of a text. */
@NullMarked
package aftercare.messaging.receipts;

import org.jspecify.annotations.NullMarked;
