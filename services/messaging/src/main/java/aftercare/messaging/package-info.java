/** The patients' carrier line: nothing leaves it that may not, and nothing that came in is lost. */
@NullMarked
package aftercare.messaging;

import org.jspecify.annotations.NullMarked;
