/** Texts that a member of staff types to a patient. They pass every hold and no opt-out, and bear their author's name. */
@NullMarked
package aftercare.messaging.typed;

import org.jspecify.annotations.NullMarked;
