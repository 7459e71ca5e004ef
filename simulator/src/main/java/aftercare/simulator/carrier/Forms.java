package aftercare.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the carrier's webhooks say, in Twilio's field names. */
final class Forms {
    private static final DateTimeFormatter DONE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Forms() {}

    /** A text that a phone typed. */
    static Map<String, String> inbound(String account, Text text) {
        var form = new LinkedHashMap<String, String>();
        form.put("ToCountry", "US");
        form.put("ToState", "");
        form.put("ToCity", "");
        form.put("ToZip", "");
        form.put("SmsMessageSid", text.sid());
        form.put("NumMedia", Integer.toString(text.mediaCount()));
        form.put("SmsSid", text.sid());
        form.put("SmsStatus", "received");
        form.put("FromCountry", "US");
        form.put("FromState", "");
        form.put("FromCity", "");
        form.put("FromZip", "");
        form.put("Body", text.body());
        form.put("To", text.to());
        form.put("NumSegments", Integer.toString(text.segments()));
        form.put("MessageSid", text.sid());
        form.put("AccountSid", account);
        form.put("From", text.from());
        form.put("ApiVersion", "2010-04-01");
        for (var media = 0; media < text.mediaCount(); media++) {
            form.put("MediaContentType" + media, "image/jpeg");
            form.put("MediaUrl" + media, mediaUrl(account, text.sid(), media));
        }
        return form;
    }

    private static String mediaUrl(String account, String sid, int media) {
        return "https://api.twilio.com/2010-04-01/Accounts/" + account + "/Messages/" + sid + "/Media/ME"
                + token(sid + media).replace("-", "");
    }

    /** How far a text of the clinic has come. */
    static Map<String, String> status(String account, Text text, Instant now) {
        var form = new LinkedHashMap<String, String>();
        if (text.errorCode() != null) {
            form.put("ErrorCode", Integer.toString(text.errorCode()));
        }
        if (text.status() != Status.SENT) {
            form.put("RawDlrDoneDate", DONE.format(now));
        }
        form.put("SmsSid", text.sid());
        form.put("SmsStatus", text.status().twilio());
        form.put("MessageStatus", text.status().twilio());
        form.put("To", text.to());
        form.put("MessageSid", text.sid());
        form.put("AccountSid", account);
        form.put("From", text.from());
        form.put("ApiVersion", "2010-04-01");
        return form;
    }

    /** The same on each attempt. */
    static String token(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
