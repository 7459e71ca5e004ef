package aftercare.console.escalations;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns the forms of the two ways out into the calls' bodies, with instants. */
@Component
class EndingForms {
    private final ZoneId zone;

    EndingForms(@Value("${clinic.zone}") ZoneId zone) {
        this.zone = zone;
    }

    Map<String, ?> read(NoRiskForm form) {
        var body = new HashMap<String, Object>();
        body.put("reason", form.reason());
        body.put("restsOn", form.restsOn());
        put(body, "words", form.words());
        put(body, "hold", form.hold());
        putTime(body, "holdUntil", form.holdUntil());
        return body;
    }

    Map<String, ?> read(ResolutionForm form) {
        var body = new HashMap<String, Object>();
        body.put("disposition", form.disposition());
        body.put("hold", form.hold());
        put(body, "note", form.note());
        put(body, "spokeWith", form.spokeWith());
        put(body, "level", form.level());
        put(body, "plan", form.plan());
        put(body, "welfareCheck", form.welfareCheck());
        put(body, "duplicateOf", form.duplicateOf());
        putTime(body, "nextContactAt", form.nextContactAt());
        putTime(body, "holdUntil", form.holdUntil());
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            body.put(name, words);
        }
    }

    private void putTime(Map<String, Object> body, String name, @Nullable String local) {
        if (local != null && !local.isBlank()) {
            body.put(name, LocalDateTime.parse(local).atZone(zone).toInstant());
        }
    }
}
