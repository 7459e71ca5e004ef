package aftercare.journeys.definition;

import aftercare.platform.access.Caller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journey as YAML, out and in: as bytes, since YAML is UTF-8 and a string's converter would take it for Latin-1. */
@RestController
@RequestMapping("/v1/journeys/default")
class JourneyController {
    private final Journeys journeys;

    JourneyController(Journeys journeys) {
        this.journeys = journeys;
    }

    @GetMapping(produces = MediaType.APPLICATION_YAML_VALUE)
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    byte[] export() {
        return journeys.yaml().getBytes(StandardCharsets.UTF_8);
    }

    @PutMapping
    @PreAuthorize("hasRole('ADMIN')")
    Map<String, Integer> publish(@RequestBody byte[] yaml, Caller caller) {
        return Map.of("version", journeys.publish(new String(yaml, StandardCharsets.UTF_8), caller.id()));
    }

    @ExceptionHandler
    ProblemDetail refuse(InvalidJourney invalid) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The journey was not published; the one in force goes on. Mend what is listed and import it again.");
        problem.setType(URI.create("urn:aftercare:invalid-journey"));
        problem.setTitle("The journey can't be imported");
        problem.setProperty("problems", invalid.problems());
        return problem;
    }
}
