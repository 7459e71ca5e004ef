/** Calls as Twilio makes them: phones ring, somebody or a voicemail picks up, the clinic says what to say, keys go back to it. */
@NullMarked
package aftercare.simulator.calls;

import org.jspecify.annotations.NullMarked;
