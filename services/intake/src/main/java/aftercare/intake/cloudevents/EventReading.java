package aftercare.intake.cloudevents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three ways in which CloudEvents 1.0 travel by HTTP: binary, structured and batch. */
final class EventReading {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param header the value of a header, or null
     * @throws EventsRefused when any event lacks what a CloudEvent needs
     */
    List<IncomingEvent> read(UnaryOperator<@Nullable String> header, byte[] body) {
        var events = switch (mediaType(header.apply("Content-Type"))) {
            case "application/cloudevents-batch+json" -> batch(tree(body));
            case "application/cloudevents+json" -> List.of(structured(tree(body), "event"));
            case "application/json" -> List.of(binary(header, tree(body)));
            default ->
                throw new EventsRefused(
                        415,
                        "event-media-type",
                        "Send Content-Type application/cloudevents+json (one event), application/cloudevents-batch+json (an array), or application/json with ce-* headers.",
                        List.of());
        };
        if (!faults.isEmpty()) {
            throw new EventsRefused(
                    400,
                    "event-unreadable",
                    "Nothing was taken: an attribute of a CloudEvent is missing or wrong.",
                    faults);
        }
        return events;
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private JsonNode tree(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new EventsRefused(
                    413, "event-too-large", "The body is larger than 4 MB. Send it in parts.", List.of());
        }
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw EventsRefused.unreadable(
                    "The body is not well-formed JSON. Look for a missing comma, quote or bracket, or a name that stands twice.");
        }
    }

    private List<IncomingEvent> batch(JsonNode array) {
        if (!array.isArray()) {
            throw EventsRefused.unreadable("A batch is a JSON array of events.");
        }
        var events = new ArrayList<IncomingEvent>();
        for (var index = 0; index < array.size(); index++) {
            events.add(structured(array.get(index), "events[" + index + "]"));
        }
        return events;
    }

    private IncomingEvent structured(JsonNode event, String at) {
        return event(name -> text(event.path(name)), event.path("data"), at);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }

    private IncomingEvent binary(UnaryOperator<@Nullable String> header, JsonNode data) {
        return event(name -> header.apply("ce-" + name), data, "event");
    }

    private IncomingEvent event(UnaryOperator<@Nullable String> attribute, JsonNode data, String at) {
        if (!"1.0".equals(attribute.apply("specversion"))) {
            faults.add(new Fault(at + ".specversion", "This must be 1.0."));
        }
        if (!data.isObject()) {
            faults.add(new Fault(at + ".data", "The event's data must be a JSON object."));
        }
        return new IncomingEvent(
                needed(attribute, "source", at),
                needed(attribute, "id", at),
                needed(attribute, "type", at),
                time(attribute.apply("time"), at),
                data,
                at);
    }

    private String needed(UnaryOperator<@Nullable String> attribute, String name, String at) {
        var value = attribute.apply(name);
        if (value == null || value.isBlank()) {
            faults.add(new Fault(at + "." + name, "Every CloudEvent needs this attribute."));
            return "";
        }
        return value;
    }

    private @Nullable Instant time(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault(at + ".time", "Write date, time and offset, as in 2026-03-07T10:00:00-05:00."));
            return null;
        }
    }
}
