package aftercare.escalation.cases;

import aftercare.escalation.facts.Facts;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Labelled replies as {@code ./aftercare screen --report} reads them. They are patients' words: whoever takes them out is named. */
@RestController
class LabelledExampleController {
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    private final ExampleTexts texts;
    private final Facts facts;
    private final JsonMapper json;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    LabelledExampleController(
            ExampleTexts texts, Facts facts, JsonMapper json, ClinicClock clock, TransactionTemplate transaction) {
        this.texts = texts;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/v1/labelled-examples")
    @PreAuthorize("hasRole('CLINICIAN') and hasRole('ADMIN')")
    ResponseEntity<String> examples(Caller caller) {
        transaction.executeWithoutResult(
                status -> facts.viewed(clock.instant(), caller.id(), "LabelledExamplesExported", "labelled-examples"));
        var lines = texts.confirmed(caller).stream()
                .map(line -> json.writeValueAsString(line) + "\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok().contentType(LINES).body(lines);
    }
}
