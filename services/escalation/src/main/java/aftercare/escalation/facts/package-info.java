/** Where every deed of this service is told: the event, the audit entry and the hint that something changed, in the deed's own transaction. */
@NullMarked
package aftercare.escalation.facts;

import org.jspecify.annotations.NullMarked;
