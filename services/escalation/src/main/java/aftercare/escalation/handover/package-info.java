/** Tells colleagues when on call passes from one to the next. Each hand-off is told at least once, also after a restart. */
@NullMarked
package aftercare.escalation.handover;

import org.jspecify.annotations.NullMarked;
