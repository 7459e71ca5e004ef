package aftercare.simulator.carrier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A text as Twilio's API shows it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageResource(
        String accountSid,
        String apiVersion,
        String body,
        String dateCreated,
        @Nullable String dateSent,
        String dateUpdated,
        String direction,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        String from,
        @Nullable String messagingServiceSid,
        String numMedia,
        String numSegments,
        @Nullable String price,
        String priceUnit,
        String sid,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String uri) {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    static MessageResource of(String account, Text text) {
        var uri = "/2010-04-01/Accounts/" + account + "/Messages/" + text.sid();
        return new MessageResource(
                account,
                "2010-04-01",
                text.body(),
                date(text.createdAt()),
                text.sentAt() == null ? null : date(text.sentAt()),
                date(text.updatedAt()),
                text.direction() == Direction.TO_PHONE ? "outbound-api" : "inbound",
                text.errorCode(),
                null,
                text.from(),
                null,
                Integer.toString(text.mediaCount()),
                Integer.toString(text.segments()),
                null,
                "USD",
                text.sid(),
                text.status().twilio(),
                Map.of("media", uri + "/Media.json"),
                text.to(),
                uri + ".json");
    }

    private static String date(Instant at) {
        return RFC_2822.format(at);
    }

    /** Never shows words or numbers (S9). */
    @Override
    public String toString() {
        return "MessageResource " + sid;
    }
}
