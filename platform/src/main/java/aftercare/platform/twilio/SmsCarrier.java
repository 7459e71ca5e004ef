package aftercare.platform.twilio;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The carrier as the rest of a service sees it. One call is one attempt: nothing here retries. */
public interface SmsCarrier {

    /** Numbers in E.164. The status callback carries its one-time token in its path and names no number. */
    SendOutcome send(String from, String to, String body, URI statusCallback);

    /** What the carrier's list shows as sent to a number since an instant (UTC). */
    List<Sent> sentTo(String to, Instant since);

    /** One row of the carrier's list. */
    record Sent(String carrierId, String from, String to, String body, String status) {}
}
