package aftercare.journeys.definition;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journey in force as YAML: as bytes, since YAML is UTF-8 and a string's converter would take it for Latin-1. */
@RestController
class JourneyController {
    private final Journeys journeys;

    JourneyController(Journeys journeys) {
        this.journeys = journeys;
    }

    @GetMapping(path = "/v1/journeys/default", produces = MediaType.APPLICATION_YAML_VALUE)
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    byte[] export() {
        return journeys.yaml(journeys.version()).getBytes(StandardCharsets.UTF_8);
    }
}
