package aftercare.intake.fhir;

import aftercare.intake.facts.Attempts;
import aftercare.intake.facts.Intake;
import aftercare.intake.facts.RevisionDiffers;
import aftercare.intake.fhir.Transaction.Read;
import aftercare.platform.clock.ClinicClock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** FHIR R4 over HTTP. */
@RestController
@RequestMapping("/fhir")
class FhirController {
    private static final Logger log = LoggerFactory.getLogger(FhirController.class);

    private final FhirReader reader;
    private final FhirFacts facts;
    private final Intake intake;
    private final Attempts attempts;
    private final Answers answers;
    private final ClinicClock clock;

    FhirController(
            FhirReader reader, FhirFacts facts, Intake intake, Attempts attempts, Answers answers, ClinicClock clock) {
        this.reader = reader;
        this.facts = facts;
        this.intake = intake;
        this.attempts = attempts;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/metadata")
    ResponseEntity<String> metadata() {
        return answers.of(Capabilities.statement(Date.from(clock.instant())));
    }

    @PutMapping("/{type}/{id}")
    ResponseEntity<String> put(
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        var held = held(type);
        requireJson(contentType, type);
        if (!Element.ID.matcher(id).matches()) {
            throw Rejected.because(
                    400,
                    IssueType.VALUE,
                    type + ".id",
                    "An id has 1 to 64 letters, digits, hyphens and dots. Correct it in the address.");
        }
        var resource = reader.object(bytes(body, type), type);
        if (!resource.path("id").asString(id).equals(id)) {
            throw Rejected.because(
                    400, IssueType.INVALID, type + ".id", "This is not the id in the address. Make them equal.");
        }
        return accept(held, resource, id, IfMatch.revision(ifMatch, type));
    }

    @PostMapping("/{type}")
    ResponseEntity<String> post(
            @PathVariable String type,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestBody(required = false) byte @Nullable [] body) {
        var held = held(type);
        requireJson(contentType, type);
        var resource = reader.object(bytes(body, type), type);
        resource.remove("id");
        return accept(held, resource, facts.idFor(held, resource), OptionalInt.empty());
    }

    private ResponseEntity<String> accept(Held type, ObjectNode resource, String id, OptionalInt expected) {
        var path = type.fhirName();
        if (!resource.path("resourceType").asString("").equals(path)) {
            throw Rejected.because(
                    400,
                    IssueType.INVALID,
                    path + ".resourceType",
                    "The address is that of " + path + ", but the body is not. Set resourceType to " + path
                            + ", or use the other address.");
        }
        var issues = new Issues();
        reader.check(resource, path, issues);
        issues.rejectErrors(400);
        var submission = facts.submission(type, resource, id, path, expected, clock.instant(), issues);
        issues.rejectErrors(422);
        var accepted = attempts.inTransaction(() -> intake.accept(List.of(submission)));
        return answers.of(accepted.getFirst(), issues.all());
    }

    @PostMapping
    ResponseEntity<String> transaction(
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestBody(required = false) byte @Nullable [] body) {
        requireJson(contentType, "Bundle");
        var issues = new Issues();
        var read = new Transaction(reader, facts, issues)
                .read(reader.object(bytes(body, "Bundle"), "Bundle"), clock.instant());
        var inOrder = read.stream()
                .sorted(Comparator.comparing((Read one) -> one.entry().type()))
                .toList();
        var accepted = attempts.inTransaction(
                () -> intake.accept(inOrder.stream().map(Read::submission).toList()));
        var asSent = IntStream.range(0, inOrder.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        place -> inOrder.get(place).entry().index()))
                .map(accepted::get)
                .toList();
        return answers.ofTransaction(asSent, issues.all());
    }

    @RequestMapping("/**")
    ResponseEntity<String> anythingElse() {
        throw Rejected.because(
                405,
                IssueType.NOTSUPPORTED,
                "Resource",
                "This door takes PUT /fhir/{type}/{id}, POST /fhir/{type} and POST /fhir (a transaction Bundle), and answers GET /fhir/metadata.");
    }

    private static Held held(String type) {
        return Held.of(type)
                .orElseThrow(() -> Rejected.because(
                        404,
                        IssueType.NOTSUPPORTED,
                        "Resource",
                        "This type is not taken. Send Patient, Appointment or Encounter (capitals matter)."));
    }

    private static void requireJson(@Nullable String contentType, String path) {
        var json = contentType != null
                && MediaType.parseMediaType(contentType).getSubtype().matches("(fhir\\+)?json|json\\+fhir");
        if (!json) {
            throw Rejected.because(
                    415,
                    IssueType.NOTSUPPORTED,
                    path,
                    "Send JSON, with the header Content-Type: application/fhir+json.");
        }
    }

    private static byte[] bytes(byte @Nullable [] body, String path) {
        if (body == null || body.length == 0) {
            throw Rejected.because(400, IssueType.REQUIRED, path, "The body is empty. Send one FHIR resource as JSON.");
        }
        return body;
    }

    @ExceptionHandler
    ResponseEntity<String> rejected(Rejected rejected) {
        log.atInfo()
                .addKeyValue("status", rejected.httpStatus())
                .addKeyValue(
                        "elements",
                        rejected.issues().stream().map(Issue::expression).toList())
                .log("FHIR input was not taken");
        return answers.of(rejected.httpStatus(), rejected.issues());
    }

    @ExceptionHandler
    ResponseEntity<String> revisionDiffers(RevisionDiffers differs) {
        return answers.of(
                412,
                List.of(new Issue(
                        IssueSeverity.ERROR,
                        IssueType.CONFLICT,
                        differs.record().kind(),
                        "If-Match names another revision than the one held, which is W/\"" + differs.held()
                                + "\". Look at what changed, then send again with that ETag, or without If-Match.")));
    }

    @ExceptionHandler({InvalidMediaTypeException.class, InvalidMimeTypeException.class})
    ResponseEntity<String> unreadableContentType() {
        return answers.of(
                415,
                List.of(new Issue(
                        IssueSeverity.ERROR,
                        IssueType.NOTSUPPORTED,
                        "Resource",
                        "The header Content-Type can't be read. Send Content-Type: application/fhir+json.")));
    }

    /** A fault of ours. Its message may quote the resource, so neither the log nor the answer repeats it. */
    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure) {
        var reference = UUID.randomUUID();
        log.atError()
                .addKeyValue("reference", reference)
                .addKeyValue("error", failure.getClass().getName())
                .addKeyValue(
                        "at", List.of(failure.getStackTrace()).stream().limit(5).toList())
                .log("FHIR input could not be handled");
        return answers.of(
                500,
                List.of(new Issue(
                        IssueSeverity.FATAL,
                        IssueType.EXCEPTION,
                        "Resource",
                        "Nothing was stored. Send it again; if it fails again, tell the operator the reference "
                                + reference + ".")));
    }
}
