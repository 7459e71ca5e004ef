/** What a colleague hears on the phone, and what their keys do: take a case, and call its patient from the clinic's number. */
@NullMarked
package aftercare.escalation.voice;

import org.jspecify.annotations.NullMarked;
