/** A mail server that delivers nothing: what the clinic mails to its staff is shown. */
@NullMarked
package aftercare.simulator.mail;

import org.jspecify.annotations.NullMarked;
