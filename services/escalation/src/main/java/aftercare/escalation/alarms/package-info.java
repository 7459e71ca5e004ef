/** The chain itself is broken: said by text and by webhook, with PostgreSQL or without (S10). */
@NullMarked
package aftercare.escalation.alarms;

import org.jspecify.annotations.NullMarked;
