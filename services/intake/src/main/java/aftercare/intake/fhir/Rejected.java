package aftercare.intake.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** An input that is not taken; nothing of it is stored. */
final class Rejected extends RuntimeException {
    private final int httpStatus;
    private final List<Issue> issues;

    Rejected(int httpStatus, List<Issue> issues) {
        super("Rejected with HTTP " + httpStatus);
        this.httpStatus = httpStatus;
        this.issues = List.copyOf(issues);
    }

    static Rejected because(int httpStatus, IssueType code, String expression, String diagnostics) {
        return new Rejected(httpStatus, List.of(new Issue(IssueSeverity.ERROR, code, expression, diagnostics)));
    }

    int httpStatus() {
        return httpStatus;
    }

    List<Issue> issues() {
        return issues;
    }
}
