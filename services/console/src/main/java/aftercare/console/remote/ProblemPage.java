package aftercare.console.remote;

import aftercare.console.login.Staff;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/** A page for what a service refused or did not answer: what is so, and what to do. */
@ControllerAdvice
class ProblemPage {
    private static final Logger log = LoggerFactory.getLogger(ProblemPage.class);

    private final String clinic;

    ProblemPage(@Value("${clinic.name}") String clinic) {
        this.clinic = clinic;
    }

    @ExceptionHandler
    String refused(
            RestClientResponseException refused,
            HttpServletResponse response,
            @Nullable Authentication signedIn,
            Model model) {
        var problem = Problem.of(refused);
        response.setStatus(problem.status());
        return page(problem.detail(), signedIn, model);
    }

    @ExceptionHandler
    String unanswered(
            ResourceAccessException unanswered,
            HttpServletResponse response,
            @Nullable Authentication signedIn,
            Model model) {
        log.atWarn().addKeyValue("error", unanswered.getClass().getName()).log("A service does not answer");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return page(
                "A part of Aftercare does not answer at the moment. Pages to on-call go on without the console. Try again in a few seconds.",
                signedIn,
                model);
    }

    /** What every other page is given stands in no advice here. */
    private String page(String problem, @Nullable Authentication signedIn, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("clinic", clinic);
        if (signedIn != null) {
            model.addAttribute("me", Staff.of(signedIn));
        }
        return "problem";
    }
}
