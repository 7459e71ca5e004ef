package aftercare.intake.fhir;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** What is wrong with a reference as such. */
final class References {
    private References() {}

    static void complain(Reference reference, String path, Issues issues) {
        var target = reference.getReference();
        if (target == null || target.isBlank()) {
            return;
        }
        if (target.startsWith("#")) {
            issues.error(
                    IssueType.NOTSUPPORTED,
                    path + ".reference",
                    "A contained resource can't be followed. Send it on its own and refer to it, as in Patient/123.");
        } else if (target.startsWith("urn:")) {
            issues.error(
                    IssueType.NOTFOUND,
                    path + ".reference",
                    "A urn: reference is only resolved to an entry of the same transaction Bundle. Refer to the resource as in Patient/123.");
        }
    }
}
