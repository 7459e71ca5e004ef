/** The clinic as a place: its name, its zone, the hours somebody is in. */
@NullMarked
package aftercare.escalation.site;

import org.jspecify.annotations.NullMarked;
