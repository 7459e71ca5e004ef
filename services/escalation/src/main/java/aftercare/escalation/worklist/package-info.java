/** What waits for a human in staffed hours: concerns, requests, missed check-ins, texts that never arrived, kept holds. */
@NullMarked
package aftercare.escalation.worklist;

import org.jspecify.annotations.NullMarked;
