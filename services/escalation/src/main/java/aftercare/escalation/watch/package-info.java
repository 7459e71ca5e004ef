/** Looks for replies without a level, over plain HTTP: needs neither Kafka, nor the outbox, nor screening (S2). */
@NullMarked
package aftercare.escalation.watch;

import org.jspecify.annotations.NullMarked;
