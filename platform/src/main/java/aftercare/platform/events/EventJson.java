package aftercare.platform.events;

import aftercare.schemas.Event;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON: instants, spans and zones as ISO strings, absent values as null, fields that this version does not know passed over. The
 * same in every service, whatever its own Jackson settings.
 */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    /**
     * @throws tools.jackson.core.JacksonException when it is no such event; its message may quote the payload and belongs in no log
     * @throws Incomplete when a field that an event of this type must have is absent
     */
    public static <T extends Event> T read(byte[] json, Class<T> type) {
        return Incomplete.unlessWhole(JSON.readValue(json, type));
    }
}
