package aftercare.intake.fhir;

import aftercare.intake.facts.Accepted;
import aftercare.intake.facts.Accepted.Effect;
import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers in FHIR. They never repeat what the resource said (S9). */
@Component
class Answers {
    static final MediaType FHIR_JSON = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");

    private final FhirContext fhir;

    Answers(FhirContext fhir) {
        this.fhir = fhir;
    }

    ResponseEntity<String> of(Accepted accepted, List<Issue> warnings) {
        var answer = ResponseEntity.status(accepted.isFirst() ? 201 : 200).contentType(FHIR_JSON);
        return answer.location(URI.create("/fhir/" + location(accepted)))
                .eTag(etag(accepted))
                .body(json(outcome(accepted, warnings)));
    }

    ResponseEntity<String> ofTransaction(List<Accepted> accepted, List<Issue> warnings) {
        var bundle = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        for (var one : accepted) {
            bundle.addEntry()
                    .getResponse()
                    .setStatus(one.isFirst() ? "201 Created" : "200 OK")
                    .setLocation(location(one))
                    .setEtag(etag(one))
                    .setOutcome(outcome(one, List.of()));
        }
        if (!warnings.isEmpty()) {
            bundle.addEntry().setResource(outcome(warnings)).getResponse().setStatus("200 OK");
        }
        return ResponseEntity.ok().contentType(FHIR_JSON).body(json(bundle));
    }

    ResponseEntity<String> of(int httpStatus, List<Issue> issues) {
        return ResponseEntity.status(httpStatus).contentType(FHIR_JSON).body(json(outcome(issues)));
    }

    ResponseEntity<String> of(Resource resource) {
        return ResponseEntity.ok().contentType(FHIR_JSON).body(json(resource));
    }

    private static String location(Accepted accepted) {
        return accepted.record().local() + "/_history/" + accepted.revision();
    }

    private static String etag(Accepted accepted) {
        return "W/\"" + accepted.revision() + "\"";
    }

    private static OperationOutcome outcome(Accepted accepted, List<Issue> warnings) {
        var outcome = outcome(warnings);
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(words(accepted.effect()));
        return outcome;
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case TOLD -> "Stored, and told to the other services.";
            case KEPT ->
                "Stored. It is older than what is known, or changes nothing that matters here, so nothing follows from it.";
            case KNOWN -> "Known already. Nothing changed.";
        };
    }

    private static OperationOutcome outcome(List<Issue> issues) {
        var outcome = new OperationOutcome();
        for (var issue : issues) {
            outcome.addIssue()
                    .setSeverity(issue.severity())
                    .setCode(issue.code())
                    .setDiagnostics(issue.diagnostics())
                    .addExpression(issue.expression());
        }
        return outcome;
    }

    private String json(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }
}
