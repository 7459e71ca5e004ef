package aftercare.platform.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** The SDK repeats a POST on 5xx, and a text can't be sent twice: here every request is made once. */
final class OneAttempt extends NetworkHttpClient {
    OneAttempt(HttpClientBuilder client) {
        super(client);
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }
}
