package aftercare.intake.fhir;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** The revision that a sender names in If-Match: the number in the ETag this door answered last. */
final class IfMatch {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private IfMatch() {}

    static OptionalInt revision(@Nullable String header, String path) {
        if (header == null) {
            return OptionalInt.empty();
        }
        var etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw Rejected.because(
                    400,
                    IssueType.VALUE,
                    path,
                    "If-Match names the ETag answered last, as in W/\"3\". Or leave it out.");
        }
        return OptionalInt.of(Integer.parseInt(etag.group(1)));
    }
}
