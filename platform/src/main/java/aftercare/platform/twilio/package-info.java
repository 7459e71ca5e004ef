/** The carrier: one attempt a call, three outcomes, signed webhooks on a door of their own. */
@NullMarked
package aftercare.platform.twilio;

import org.jspecify.annotations.NullMarked;
