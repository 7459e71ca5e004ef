/** Pages on-call up the policy, round after round, until a human takes the case, and reminds them when it goes quiet (S3). */
@NullMarked
package aftercare.escalation.paging;

import org.jspecify.annotations.NullMarked;
