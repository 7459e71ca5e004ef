/** The consent ledger, the only truth of who wants texts (S7), and the two fixed answers that senders of texts owe. */
@NullMarked
package aftercare.messaging.consent;

import org.jspecify.annotations.NullMarked;
