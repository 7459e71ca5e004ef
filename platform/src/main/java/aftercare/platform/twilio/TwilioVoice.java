package aftercare.platform.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallFetcher;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;

/** Calls by Twilio's SDK. Whether a person picked up is not asked of the carrier: only what they press counts. */
final class TwilioVoice implements VoiceCarrier {
    private final TwilioRestClient client;

    TwilioVoice(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public SendOutcome call(String from, String to, URI answered, URI ended, Duration ring) {
        try {
            var call = new CallCreator(new PhoneNumber(to), new PhoneNumber(from), answered)
                    .setMethod(HttpMethod.POST)
                    .setStatusCallback(ended)
                    .setStatusCallbackMethod(HttpMethod.POST)
                    .setTimeout(Math.toIntExact(ring.toSeconds()))
                    .setRecord(false)
                    .create(client);
            return new SendOutcome.Accepted(call.getSid());
        } catch (RuntimeException e) {
            return ApiOutcomes.of(e);
        }
    }

    @Override
    public CallStatus statusOf(String carrierId) {
        try {
            var status = new CallFetcher(carrierId).fetch(client).getStatus();
            return status == null ? CallStatus.UNKNOWN : CallStatus.of(status.toString());
        } catch (RuntimeException e) {
            throw new ListUnavailable(e);
        }
    }
}
