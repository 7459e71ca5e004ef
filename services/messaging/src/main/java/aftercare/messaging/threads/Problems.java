package aftercare.messaging.threads;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a caller did not expect, with a stable type. */
final class Problems {
    private static final String TYPES = "urn:aftercare:problem:";

    private Problems() {}

    static ErrorResponseException unknownPatient() {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-patient",
                "No patient has this id here. Look the patient up by name or number.");
    }

    static ErrorResponseException unknownLine() {
        return problem(HttpStatus.NOT_FOUND, "unknown-line", "There is no such line.");
    }

    static ErrorResponseException noNumber() {
        return problem(
                HttpStatus.CONFLICT,
                "no-number",
                "The chart has no number for this patient, so there is nothing to consent to. Enter a number in the chart first.");
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        return new ErrorResponseException(status, problem, null);
    }
}
