package aftercare.intake.fhir;

import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** One thing to say of an element: what is so and how to mend it. It never holds a value of the resource (S9). */
record Issue(IssueSeverity severity, IssueType code, String expression, String diagnostics) {}
