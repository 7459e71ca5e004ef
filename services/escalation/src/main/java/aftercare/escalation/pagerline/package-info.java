/** Texts that reach the paging number: a colleague who takes a case, or a patient whose text is handed over (S2). */
@NullMarked
package aftercare.escalation.pagerline;

import org.jspecify.annotations.NullMarked;
