/** Speaks Twilio's REST API and webhooks as far as Aftercare uses them, and keeps every text, sealed, over a kill. */
@NullMarked
package aftercare.simulator.carrier;

import org.jspecify.annotations.NullMarked;
