package aftercare.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What goes wrong before a controller is reached, or without it: a stable type and a sentence, never a value of the request (S9). */
enum Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is nothing here."),
    NO_TOKEN(HttpStatus.UNAUTHORIZED, "no-token", "This call needs a valid token of this deployment for this service."),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "not-allowed", "The caller's roles do not allow this."),
    UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable", "A part of the request can't be read."),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "This did not work. The operator finds more in the log.");

    private static final String TYPES = "urn:aftercare:problem:";

    private final HttpStatus status;
    private final String type;
    private final String detail;

    Problem(HttpStatus status, String type, String detail) {
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    ProblemDetail detail() {
        return detail(detail);
    }

    /** @param words what more is known than the usual sentence says */
    ProblemDetail detail(String words) {
        var problem = ProblemDetail.forStatusAndDetail(status, words);
        problem.setType(URI.create(TYPES + type));
        return problem;
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                        {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(TYPES + type, status.getReasonPhrase(), status.value(), detail));
    }
}
