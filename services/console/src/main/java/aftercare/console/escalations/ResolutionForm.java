package aftercare.console.escalations;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the resolve form says. Times are as a browser's {@code datetime-local} writes them, local to the clinic. */
record ResolutionForm(
        String disposition,
        @Nullable String note,
        @Nullable String spokeWith,

        @Nullable String nextContactAt,

        String hold,

        @Nullable String holdUntil) {

    /** Turns the form into the call's body, with instants. */
    @Component
    static class Reader {
        private final ZoneId zone;

        Reader(@Value("${clinic.zone}") ZoneId zone) {
            this.zone = zone;
        }

        Map<String, ?> read(ResolutionForm form) {
            var body = new HashMap<String, Object>();
            body.put("disposition", form.disposition());
            body.put("hold", form.hold());
            put(body, "note", form.note());
            put(body, "spokeWith", form.spokeWith());
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
}
