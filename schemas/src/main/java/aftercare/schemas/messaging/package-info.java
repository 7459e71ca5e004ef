/** What is asked of the patients' line, what patients reply, and what became of each text. */
@NullMarked
package aftercare.schemas.messaging;

import org.jspecify.annotations.NullMarked;
