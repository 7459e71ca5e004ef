package aftercare.platform.twilio;

import java.net.URI;
import java.time.Duration;

/** The carrier's voice side. One call is one attempt: nothing here retries. */
public interface VoiceCarrier {

    /**
     * Lets a phone ring.
     *
     * @param answered where the carrier asks, when somebody or something picks up, what it shall say
     * @param ended where the carrier tells how the call ended
     * @param ring how long it rings before nobody has answered
     */
    SendOutcome call(String from, String to, URI answered, URI ended, Duration ring);

    /**
     * How far a call has come.
     *
     * @throws ListUnavailable when the carrier does not say
     */
    CallStatus statusOf(String carrierId);
}
