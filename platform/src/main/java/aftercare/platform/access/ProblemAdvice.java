package aftercare.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
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
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

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

    /** Names the places that can't be read, and never what stands there. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = failure.getCause() instanceof JacksonException unreadable
                ? Problem.UNREADABLE.detail("The request can't be read" + place(unreadable)
                        + ". What belongs there is told by the service's GET /v1/openapi.")
                : Problem.UNREADABLE.detail();
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var wrong = failure.getBindingResult().getAllErrors().stream()
                .map(ProblemAdvice::wrong)
                .sorted()
                .collect(Collectors.joining("; "));
        var problem = Problem.UNREADABLE.detail("The request can't be used as it is: " + wrong + ".");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Such as " at patients[0].zone". A map's keys are words of whoever asks. */
    private static String place(JacksonException unreadable) {
        var path = new StringBuilder();
        for (var step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(isMap(step) ? "*" : step.getPropertyName());
            }
        }
        return path.isEmpty() ? "" : " at " + path;
    }

    private static boolean isMap(JacksonException.Reference step) {
        return step.from() instanceof Map || (step.from() instanceof Class<?> type && Map.class.isAssignableFrom(type));
    }

    /** What is asserted of several fields together names them itself. */
    private static String wrong(ObjectError error) {
        if (!(error instanceof FieldError field) || "AssertTrue".equals(error.getCode())) {
            return String.valueOf(error.getDefaultMessage());
        }
        return field.getField() + " " + (field.isBindingFailure() ? "can't be read" : field.getDefaultMessage());
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
