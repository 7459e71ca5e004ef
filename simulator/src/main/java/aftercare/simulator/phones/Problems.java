package aftercare.simulator.phones;

import aftercare.simulator.carrier.ClinicLine;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a caller did wrong with a phone, and how to mend it. */
final class Problems {
    private Problems() {}

    static ErrorResponseException unknownPhone() {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-phone",
                "There is no such phone. Add it with its number first, or open the page again.");
    }

    static ErrorResponseException badNumber() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-number",
                "This is not a phone number. Write it with country code, such as +1 202 555 0155, or as ten digits of a US number.");
    }

    static ErrorResponseException clinicNumber() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "clinic-number",
                "This is one of the clinic's own numbers, so it is no phone here. Use a patient's or staff member's number.");
    }

    static ErrorResponseException nothingTyped() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "nothing-typed",
                "There is nothing to send. Give a body, or \"media\": 1 for a picture.");
    }

    static ErrorResponseException tooManyPictures() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-media",
                "A text carries 0 to 10 pictures. Give \"media\" as such a number.");
    }

    static ErrorResponseException badCode() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-code",
                "This is not a Twilio error code. Use 21211 or 21610 to refuse at once, 30003 or 30005 to fail on the way, null to mend.");
    }

    static ErrorResponseException noCall() {
        return problem(
                HttpStatus.CONFLICT,
                "no-call",
                "This phone does not ring and is on no call. Wait for one, or read GET /v1/phones to see which phone rings.");
    }

    static ErrorResponseException badKeys() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-keys",
                "A phone has the keys 0 to 9, * and #. Give \"keys\" of these, such as \"1\" or \"4711#\".");
    }

    static ErrorResponseException unknownLine(List<ClinicLine> lines) {
        var known = lines.stream().map(ClinicLine::number).collect(Collectors.joining(", "));
        return problem(
                HttpStatus.BAD_REQUEST,
                "unknown-line",
                "\"to\" is not one of the clinic's numbers (" + known
                        + "). Use one of them, or leave it out to answer the last text.");
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:aftercare:problem:" + type));
        return new ErrorResponseException(status, detail, null);
    }
}
