package aftercare.journeys.preview;

import aftercare.journeys.problems.Doors;
import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.journeys.versions.Part;
import aftercare.platform.access.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows and tests what is being written, before it is saved. */
@RestController
class PreviewController {
    private final Previews previews;
    private final TestTexts testTexts;

    PreviewController(Previews previews, TestTexts testTexts) {
        this.previews = previews;
        this.testTexts = testTexts;
    }

    @PostMapping("/v1/journeys/preview")
    @PreAuthorize("hasAnyRole('ADMIN', 'CLINICIAN')")
    ResponseEntity<?> preview(@Valid @RequestBody Written written) {
        return Doors.answer(read(written), Function.identity());
    }

    /** Sends one of the samples to the caller's own phone. */
    @PostMapping("/v1/journeys/test-texts")
    @PreAuthorize("hasAnyRole('ADMIN', 'CLINICIAN')")
    ResponseEntity<?> test(@Valid @RequestBody Test test, Caller caller) {
        return Doors.answer(
                read(test.written())
                        .then(preview -> preview.samples().stream()
                                .filter(sample -> sample.field().equals(test.field()))
                                .findFirst()
                                .<Result<Sample>>map(Result::done)
                                .orElseGet(() -> Result.refused(
                                        Refusal.notThere("no-such-text", "There are no words in this language yet."))))
                        .then(sample -> testTexts.send(sample, caller)),
                sent -> Map.of("sent", sent));
    }

    private Result<Previews.Preview> read(Written written) {
        var part = Part.named(written.part());
        return part.isPresent() && written.value() instanceof ObjectNode element
                ? Result.done(previews.of(part.get(), written.id(), element))
                : Result.refused(Refusal.unusable(
                        "no-element", "Send part, touchpoints or topics, and value, a mapping of its fields."));
    }

    /**
     * @param part touchpoints or topics
     * @param id as the draft knows it
     */
    record Written(
            @NotBlank String part,
            @NotNull String id,
            @NotNull JsonNode value) {}

    /** @param field which of its texts, such as {@code text.en} */
    record Test(@Valid @NotNull Written written, @NotBlank String field) {}
}
