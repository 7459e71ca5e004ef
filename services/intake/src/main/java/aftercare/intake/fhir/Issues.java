package aftercare.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Collects all there is to say of an input, so that its sender can mend everything at once. */
final class Issues {
    private static final int MOST = 50;

    private final List<Issue> all = new ArrayList<>();

    void error(IssueType code, String expression, String diagnostics) {
        add(IssueSeverity.ERROR, code, expression, diagnostics);
    }

    void warning(IssueType code, String expression, String diagnostics) {
        add(IssueSeverity.WARNING, code, expression, diagnostics);
    }

    private void add(IssueSeverity severity, IssueType code, String expression, String diagnostics) {
        if (all.size() < MOST || (severity == IssueSeverity.ERROR && !hasErrors())) {
            all.add(new Issue(severity, code, expression, diagnostics));
        }
    }

    boolean hasErrors() {
        return all.stream().anyMatch(issue -> issue.severity() == IssueSeverity.ERROR);
    }

    /**
     * @throws Rejected with everything said so far, when any of it is an error
     */
    void rejectErrors(int httpStatus) {
        if (hasErrors()) {
            throw new Rejected(httpStatus, all);
        }
    }

    List<Issue> all() {
        return List.copyOf(all);
    }
}
