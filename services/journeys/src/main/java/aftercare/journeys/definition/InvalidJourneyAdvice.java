package aftercare.journeys.definition;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells everything that is wrong with a journey at once, each by touchpoint and field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidJourneyAdvice {

    @ExceptionHandler
    ProblemDetail refuse(InvalidJourney invalid) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Nothing was changed; the journey in force goes on. Mend what is listed and try again.");
        problem.setType(URI.create("urn:aftercare:invalid-journey"));
        problem.setTitle("The journey can't be used like this");
        problem.setProperty("problems", invalid.problems());
        return problem;
    }
}
