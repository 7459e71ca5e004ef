package aftercare.platform.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The carrier by Twilio's SDK. Messages of its exceptions may name numbers and are never passed on (S9). */
final class TwilioCarrier implements SmsCarrier {
    private static final long PAGE = 100;
    private static final int MOST = 500;

    private final TwilioRestClient client;

    TwilioCarrier(TwilioRestClient client) {
        this.client = client;
    }

    @Override
    public SendOutcome send(String from, String to, String body, URI statusCallback) {
        try {
            var message = new MessageCreator(new PhoneNumber(to), new PhoneNumber(from), body)
                    .setStatusCallback(statusCallback)
                    .create(client);
            return new SendOutcome.Accepted(message.getSid());
        } catch (RuntimeException e) {
            return ApiOutcomes.of(e);
        }
    }

    @Override
    public List<Sent> sentTo(String to, Instant since) {
        try {
            var messages = new MessageReader()
                    .setTo(new PhoneNumber(to))
                    .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                    .setPageSize(PAGE)
                    .read(client);
            return StreamSupport.stream(messages.spliterator(), false)
                    .limit(MOST)
                    .map(TwilioCarrier::toSent)
                    .toList();
        } catch (RuntimeException e) {
            throw new ListUnavailable(e);
        }
    }

    private static Sent toSent(Message message) {
        return new Sent(
                message.getSid(),
                number(message.getFrom()),
                orEmpty(message.getTo()),
                orEmpty(message.getBody()),
                message.getStatus() == null ? "" : message.getStatus().toString());
    }

    private static String number(@Nullable PhoneNumber number) {
        return number == null ? "" : number.getEndpoint();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
