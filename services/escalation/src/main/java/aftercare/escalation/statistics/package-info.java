/** How fast on-call is, how often it is called for nothing, and how much it is asked: by week, shift and day. */
@NullMarked
package aftercare.escalation.statistics;

import org.jspecify.annotations.NullMarked;
