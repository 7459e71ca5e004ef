package aftercare.escalation.cases;

import aftercare.escalation.cases.LabelledExamples.Example;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.schemas.LineId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Labelled replies with their texts, which messaging keeps: asked for in the name of whoever wants them. What was erased there is gone here. */
@Component
class ExampleTexts {
    private static final Duration THREAD = Duration.ofMinutes(15);

    private final LabelledExamples examples;
    private final ServiceClients clients;

    ExampleTexts(LabelledExamples examples, ServiceClients clients) {
        this.examples = examples;
        this.clients = clients;
    }

    List<Line> confirmed(Caller caller) {
        return examples.confirmed().stream().collect(Collectors.groupingBy(Example::lineId)).entrySet().stream()
                .flatMap(of -> lines(of.getKey(), of.getValue(), caller).stream())
                .toList();
    }

    private List<Line> lines(LineId id, List<Example> ofLine, Caller caller) {
        return thread(id, caller)
                .map(thread -> {
                    var language = language(id, caller);
                    return ofLine.stream()
                            .flatMap(example -> line(example, thread, language).stream())
                            .toList();
                })
                .orElse(List.of());
    }

    private static Optional<Line> line(Example example, List<Text> thread, @Nullable String language) {
        return thread.stream()
                .filter(text -> text.id().equals(example.replyId().value()))
                .findFirst()
                .map(reply -> new Line(
                        example.replyId().toString(),
                        before(reply, thread),
                        reply.text(),
                        example.label(),
                        example.phenomenon(),
                        language,
                        example.verdict().level(),
                        example.verdict().categories(),
                        example.verdict().versions()));
    }

    /** What screening reads beside a reply: the clinic's last text, and the patient's of the last 15 minutes. */
    private static List<Before> before(Text reply, List<Text> thread) {
        var earlier = thread.subList(0, thread.indexOf(reply));
        var asked = earlier.stream().filter(Text::isClinics).reduce((one, later) -> later);
        return earlier.stream()
                .filter(text -> text.isClinics()
                        ? asked.filter(text::equals).isPresent()
                        : text.at().isAfter(reply.at().minus(THREAD)))
                .map(text -> new Before(
                        text.from().toLowerCase(Locale.ROOT),
                        text.text(),
                        Duration.between(text.at(), reply.at()).toSeconds()))
                .toList();
    }

    private Optional<List<Text>> thread(LineId id, Caller caller) {
        try {
            return Optional.ofNullable(clients.to("messaging", caller)
                    .get()
                    .uri("/v1/lines/{id}/thread", id.toString())
                    .retrieve()
                    .body(new ParameterizedTypeReference<List<Text>>() {}));
        } catch (HttpClientErrorException.NotFound erased) {
            return Optional.empty();
        }
    }

    /** Of everyone behind the line, where it is one. */
    private @Nullable String language(LineId id, Caller caller) {
        var line = Objects.requireNonNull(clients.to("messaging", caller)
                .get()
                .uri("/v1/lines/{id}", id.toString())
                .retrieve()
                .body(People.class));
        var spoken = line.patients().stream().map(Speaker::language).distinct().toList();
        return spoken.size() == 1 ? spoken.getFirst() : null;
    }

    /** A row as the report reads it, and what screening made of it then. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(
            String id,
            List<Before> thread,
            @JsonInclude(JsonInclude.Include.ALWAYS) String text,
            String label,
            String phenomenon,
            @Nullable String lang,
            @Nullable String levelThen,
            List<String> categoriesThen,
            String versionsThen) {
        /** The id only (S9). */
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    record Before(String from, String text, long secondsBefore) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Before[" + from + "]";
        }
    }

    /** A text of a thread, as far as it matters here. */
    record Text(UUID id, String from, String text, Instant at) {
        boolean isClinics() {
            return from.equals("CLINIC");
        }

        /** The id only (S9). */
        @Override
        public String toString() {
            return "Text[" + id + "]";
        }
    }

    record People(List<Speaker> patients) {}

    record Speaker(String language) {}
}
