package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The journey itself: its versions, its draft and what publishing would change, asked of {@code journeys} in the name of whoever is signed in. */
@Component
public class VersionService {
    private static final String BASE = "/v1/journeys/default";

    public record Version(
            int number,
            String state,
            String inFlight,
            Instant publishedAt,
            String publishedBy,
            @Nullable Instant takesEffectAt,
            @Nullable Instant inForceFrom,
            @Nullable Integer undoes) {}

    public record Approval(String by, Instant at) {}

    /** A text that patients read, and who answers for it. */
    public record Text(
            String id, String name, String digest, @Nullable Approval approval) {}

    public record VersionView(Version version, JsonNode journey, List<Text> texts, int staying) {}

    public record Mend(String touchpoint, String field, String what) {}

    public record Draft(
            String tag,
            int basedOn,
            Instant startedAt,
            String startedBy,
            Instant editedAt,
            String editedBy,
            JsonNode journey,
            Map<String, String> tags,
            List<Mend> problems,
            List<Text> texts) {
        /** What to give back when changing an element; empty for a new one. */
        public String tagOf(String id) {
            return tags.getOrDefault(id, "");
        }

        public List<Text> notApproved() {
            return texts.stream().filter(text -> text.approval() == null).toList();
        }
    }

    public record Difference(
            String element,
            String name,
            String kind,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    public record Shift(
            String kind,
            String patientId,
            String touchpoint,
            @Nullable Instant from,
            @Nullable Instant to,
            String zone,
            @Nullable String because,
            boolean acrossClockChange) {}

    public record Line(
            String touchpoint,
            Map<String, Integer> counts,
            int acrossClockChange,
            int inQuietHours,
            List<Shift> examples) {
        public int count(String kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    public record Effect(int days, int enrolled, int looked, int touched, int sends, List<Line> lines) {}

    public record ItemNine(double perWeek, int answered, int hits, double rate, double prior, double pagesPerWeek) {}

    public record Review(
            String tag,
            int against,
            List<Difference> differences,
            List<Mend> problems,
            List<Text> notApproved,
            @Nullable Effect effect,
            @Nullable ItemNine itemNine,
            int staying) {}

    /** What a writer should know of a text. */
    public record Finding(String severity, String rule, String what, String mend) {}

    public record Sample(
            String field,
            String language,
            boolean detailed,
            @Nullable String route,
            String text,
            String encoding,
            int length,
            int room,
            int parts,
            List<Finding> findings) {}

    public record Preview(List<Sample> samples, List<Mend> problems) {}

    private final ServiceClients clients;
    private final Calls calls;

    VersionService(ServiceClients clients) {
        this.clients = clients;
        this.calls = new Calls(clients, "journeys");
    }

    public List<Version> versions(Staff staff) {
        return calls.get(staff, new ParameterizedTypeReference<>() {}, BASE + "/versions");
    }

    /** @param name a number, or {@code current} */
    public VersionView version(Staff staff, String name) {
        return calls.get(staff, VersionView.class, BASE + "/versions/{name}", name);
    }

    /** Nothing where there is no draft. */
    public Asked<Draft> draftIfAny(Staff staff) {
        return Asked.ofWhatMayBe(() -> draft(staff));
    }

    public Draft draft(Staff staff) {
        return calls.get(staff, Draft.class, BASE + "/draft");
    }

    public void startEmpty(Staff staff) {
        calls.post(staff, Map.of("empty", true), BASE + "/draft");
    }

    public void startFrom(Staff staff, int version) {
        calls.post(staff, Map.of("version", version), BASE + "/draft");
    }

    public void discard(Staff staff) {
        calls.delete(staff, BASE + "/draft");
    }

    public void put(Staff staff, String part, String id, JsonNode value, String was) {
        calls.put(staff, Map.of("was", was, "value", value), BASE + "/draft/{part}/{id}", part, id);
    }

    public void settings(Staff staff, JsonNode value, String was) {
        calls.put(staff, Map.of("was", was, "value", value), BASE + "/draft/settings");
    }

    public void remove(Staff staff, String part, String id, String was) {
        calls.delete(staff, BASE + "/draft/{part}/{id}?was={was}", part, id, was);
    }

    /** @param name a number, or {@code draft} */
    public String yaml(Staff staff, String name) {
        var path = name.equals("draft") ? BASE + "/draft/yaml" : BASE + "/versions/" + Integer.parseInt(name) + "/yaml";
        var bytes = Objects.requireNonNull(clients.to("journeys", staff.caller())
                .get()
                .uri(path)
                .retrieve()
                .body(byte[].class));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Puts a whole file in the draft's place. */
    public void importYaml(Staff staff, String yaml, String was) {
        clients.to("journeys", staff.caller())
                .put()
                .uri(BASE + "/draft/yaml?was={was}", was)
                .contentType(MediaType.parseMediaType("application/yaml"))
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toBodilessEntity();
    }

    public Review review(Staff staff) {
        return calls.get(staff, Review.class, BASE + "/draft/review");
    }

    public Version publish(Staff staff, String was, @Nullable Instant at, String inFlight) {
        var body = new HashMap<String, Object>(Map.of("was", was, "inFlight", inFlight));
        if (at != null) {
            body.put("at", at);
        }
        return calls.post(staff, body, Version.class, BASE + "/draft/publication");
    }

    public Version undo(Staff staff) {
        return calls.post(staff, Map.of(), Version.class, BASE + "/undo");
    }

    public void approve(Staff staff, List<Map<String, String>> read) {
        calls.post(staff, Map.of("texts", read), BASE + "/approvals");
    }

    public Preview preview(Staff staff, String part, String id, JsonNode value) {
        return calls.post(staff, Map.of("part", part, "id", id, "value", value), Preview.class, "/v1/journeys/preview");
    }

    public void testText(Staff staff, String part, String id, JsonNode value, String field) {
        calls.post(
                staff,
                Map.of("written", Map.of("part", part, "id", id, "value", value), "field", field),
                "/v1/journeys/test-texts");
    }
}
