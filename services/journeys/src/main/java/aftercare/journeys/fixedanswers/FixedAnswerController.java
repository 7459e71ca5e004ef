package aftercare.journeys.fixedanswers;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Texts;
import aftercare.platform.access.Caller;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The texts that admins let a machine say to routine questions. */
@RestController
class FixedAnswerController {
    private final FixedAnswers answers;
    private final ClinicSettings clinic;
    private final ClinicClock clock;

    FixedAnswerController(FixedAnswers answers, ClinicSettings clinic, ClinicClock clock) {
        this.answers = answers;
        this.clinic = clinic;
        this.clock = clock;
    }

    record Words(@NotBlank String en, @NotBlank String es, boolean enabled) {}

    /** One topic; without words where nobody has written any. */
    record View(
            String topic,
            @Nullable String en,
            @Nullable String es,
            boolean enabled,
            @Nullable StaffId approvedBy,
            @Nullable Instant approvedAt) {
        static View of(FixedAnswer answer) {
            return new View(
                    answer.topic(),
                    answer.texts().in("en"),
                    answer.texts().in("es"),
                    answer.enabled(),
                    answer.approvedBy(),
                    answer.approvedAt());
        }
    }

    /** Every topic there is. */
    @GetMapping("/v1/fixed-answers")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN')")
    List<View> all() {
        var written = answers.all();
        return Arrays.stream(FixedTopic.values())
                .map(topic -> written.stream()
                        .filter(answer -> answer.topic().equals(topic.name()))
                        .findFirst()
                        .map(View::of)
                        .orElse(new View(topic.name(), null, null, false, null, null)))
                .toList();
    }

    @PutMapping("/v1/fixed-answers/{topic}")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<?> approve(@PathVariable String topic, @Valid @RequestBody Words words, Caller caller) {
        if (FixedTopic.named(topic).isEmpty()) {
            return refuse(
                    HttpStatus.NOT_FOUND,
                    "no-such-topic",
                    "A fixed text is about one of " + Arrays.toString(FixedTopic.values()) + ".",
                    List.of());
        }
        var policy = new WordingPolicy(clinic);
        var problems = Stream.concat(
                        policy.problems("en", words.en()).stream(), policy.problems("es", words.es()).stream())
                .toList();
        if (!problems.isEmpty()) {
            return refuse(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unfit-words",
                    "The text was not saved; the one before it goes on.",
                    problems);
        }
        answers.approve(new FixedAnswer(
                topic,
                new Texts(Map.of("en", words.en(), "es", words.es())),
                words.enabled(),
                new StaffId(caller.id()),
                clock.instant()));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ProblemDetail> refuse(
            HttpStatus status, String type, String detail, List<String> problems) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:aftercare:problem:" + type));
        problem.setProperty("problems", problems);
        return ResponseEntity.of(problem).build();
    }
}
