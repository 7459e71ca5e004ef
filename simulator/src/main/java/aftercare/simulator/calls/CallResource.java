package aftercare.simulator.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A call as Twilio's API shows it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallResource(
        String accountSid,
        String apiVersion,
        @Nullable String answeredBy,
        @Nullable String callerName,
        String dateCreated,
        String dateUpdated,
        String direction,
        @Nullable String duration,
        @Nullable String endTime,
        String from,
        String fromFormatted,
        @Nullable String parentCallSid,
        @Nullable String price,
        String priceUnit,
        String sid,
        String startTime,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String toFormatted,
        String uri) {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    static CallResource of(String account, Call call) {
        var ended = call.endedAt();
        var uri = "/2010-04-01/Accounts/" + account + "/Calls/" + call.sid() + ".json";
        return new CallResource(
                account,
                "2010-04-01",
                null,
                null,
                date(call.createdAt()),
                date(ended == null ? call.createdAt() : ended),
                call.parent() == null ? "outbound-api" : "outbound-dial",
                ended == null ? null : Integer.toString(call.seconds()),
                ended == null ? null : date(ended),
                call.line(),
                call.line(),
                call.parent(),
                null,
                "USD",
                call.sid(),
                date(call.createdAt()),
                call.progress().twilio(),
                Map.of(),
                call.phone(),
                call.phone(),
                uri);
    }

    private static String date(Instant at) {
        return RFC_2822.format(at);
    }

    /** Never numbers (S9). */
    @Override
    public String toString() {
        return "CallResource " + sid;
    }
}
