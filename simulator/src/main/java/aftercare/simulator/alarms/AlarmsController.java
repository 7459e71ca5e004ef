package aftercare.simulator.alarms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes whatever an alarm says: a webhook that argues about its form is one more thing that can fail. */
@RestController
class AlarmsController {
    private static final int LONGEST = 10_000;

    private final Alarms alarms;
    private final JsonMapper json;

    AlarmsController(Alarms alarms, JsonMapper json) {
        this.alarms = alarms;
        this.json = json;
    }

    @PostMapping("/v1/alarms")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rang ring(@RequestBody(required = false) byte @Nullable [] body) {
        var words = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return new Rang(alarms.ring(words.substring(0, Math.min(words.length(), LONGEST)))
                .id());
    }

    @GetMapping("/v1/alarms")
    List<Rung> all() {
        return alarms.newest().stream()
                .map(alarm -> new Rung(alarm.id(), alarm.at(), alarm.clinicAt(), read(alarm.words())))
                .toList();
    }

    private JsonNode read(String words) {
        try {
            return json.readTree(words);
        } catch (JacksonException e) {
            return json.getNodeFactory().stringNode(words);
        }
    }

    record Rang(UUID id) {}

    /** An alarm with what was posted: the JSON, or the bare text. */
    record Rung(UUID id, Instant at, Instant clinicAt, JsonNode alarm) {}
}
