package aftercare.console.remote;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/** A page for what a service refused or did not answer: what is so, and what to do. */
@ControllerAdvice
class ProblemPage {
    private static final Logger log = LoggerFactory.getLogger(ProblemPage.class);

    @ExceptionHandler
    String refused(RestClientResponseException refused, HttpServletResponse response, Model model) {
        var problem = Problem.of(refused);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem.detail());
        return "problem";
    }

    @ExceptionHandler
    String unanswered(ResourceAccessException unanswered, HttpServletResponse response, Model model) {
        log.atWarn().addKeyValue("error", unanswered.getClass().getName()).log("A service does not answer");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        model.addAttribute(
                "problem",
                "A part of Aftercare does not answer at the moment. Pages to on-call go on without the console. Try again in a few seconds.");
        return "problem";
    }
}
