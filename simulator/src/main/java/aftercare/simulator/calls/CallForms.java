package aftercare.simulator.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the carrier says of a call, in Twilio's field names. */
final class CallForms {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private CallForms() {}

    static Map<String, String> of(String account, Call call) {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", call.sid());
        form.put("AccountSid", account);
        form.put("From", call.line());
        form.put("To", call.phone());
        form.put("Caller", call.line());
        form.put("Called", call.phone());
        form.put("CallStatus", call.progress().twilio());
        form.put("Direction", call.parent() == null ? "outbound-api" : "outbound-dial");
        form.put("ApiVersion", "2010-04-01");
        return form;
    }

    /** The keys that were pressed. */
    static Map<String, String> pressed(String account, Call call, String keys) {
        var form = new LinkedHashMap<>(of(account, call));
        form.put("Digits", keys);
        form.put("msg", "Gather End");
        return form;
    }

    /** How the phone that was dialled answered. */
    static Map<String, String> dialled(String account, Call call, Call other) {
        var form = new LinkedHashMap<>(of(account, call));
        form.put("DialCallSid", other.sid());
        form.put("DialCallStatus", other.progress().twilio());
        form.put("DialCallDuration", Integer.toString(other.seconds()));
        form.put("DialBridged", Boolean.toString(other.answeredAt() != null));
        return form;
    }

    static Map<String, String> status(String account, Call call, String event, Instant now) {
        var form = new LinkedHashMap<>(of(account, call));
        form.put("CallbackSource", "call-progress-events");
        form.put("Timestamp", RFC_2822.format(now));
        form.put("SequenceNumber", Integer.toString(Switchboard.EVENTS.indexOf(event)));
        if (call.progress().isOver()) {
            form.put("CallDuration", Integer.toString(call.seconds()));
            form.put("Duration", Integer.toString((call.seconds() + 59) / 60));
        }
        return form;
    }
}
