/** A state change and its event are one transaction: events lie in the outbox until the relay has published them, in commit order per key. */
@NullMarked
package aftercare.platform.outbox;

import org.jspecify.annotations.NullMarked;
