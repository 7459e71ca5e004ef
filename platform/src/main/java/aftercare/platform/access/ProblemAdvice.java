package aftercare.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers what a controller did not expect. Messages of exceptions may quote a patient's words, so neither the answer nor the log repeats
 * them: the log has the exception's class and where it came from.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int FRAMES = 12;

    /** The security filters answer these. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    ProblemDetail failed(Exception failure, HttpServletResponse response) {
        log.atError()
                .addKeyValue("error", failure.getClass().getName())
                .addKeyValue(
                        "cause",
                        NestedExceptionUtils.getMostSpecificCause(failure)
                                .getClass()
                                .getName())
                .addKeyValue("at", frames(NestedExceptionUtils.getMostSpecificCause(failure)))
                .log("A call failed");
        var problem = Problem.FAILED.detail();
        response.setStatus(problem.getStatus());
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(failure, Problem.UNREADABLE.detail(), headers, status, request);
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
