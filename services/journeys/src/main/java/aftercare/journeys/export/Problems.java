package aftercare.journeys.export;

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

    static ErrorResponseException textsNotKnown() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "texts-not-known",
                "The service messaging, which has the patient's texts, does not answer, and an export without them would pass for the whole."
                        + " Nothing was exported. Try again in a minute; if it stays so, have the operator look after messaging.");
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        return new ErrorResponseException(status, problem, null);
    }
}
