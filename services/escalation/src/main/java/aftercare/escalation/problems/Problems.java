package aftercare.escalation.problems;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals in RFC 9457 form, each with a type that programs may rely on. */
public final class Problems {
    private Problems() {}

    public static ResponseEntity<ProblemDetail> conflict(String type, String detail) {
        return problem(HttpStatus.CONFLICT, type, detail);
    }

    public static ResponseEntity<ProblemDetail> unprocessable(String type, String detail) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, type, detail);
    }

    public static ResponseEntity<ProblemDetail> forbidden(String type, String detail) {
        return problem(HttpStatus.FORBIDDEN, type, detail);
    }

    public static ResponseEntity<ProblemDetail> notFound(String type, String detail) {
        return problem(HttpStatus.NOT_FOUND, type, detail);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:aftercare:problem:" + type));
        return ResponseEntity.of(problem).build();
    }
}
