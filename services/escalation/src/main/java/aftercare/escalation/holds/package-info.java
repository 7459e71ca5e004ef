/** What keeps automatic texts from a line until a named human releases them. */
@NullMarked
package aftercare.escalation.holds;

import org.jspecify.annotations.NullMarked;
