package aftercare.journeys.definition;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The format of a journey, for editors and whoever writes one elsewhere. */
@RestController
class SchemaController {
    private final Resource schema;

    SchemaController(@Value("classpath:/aftercare/journeys/journey.schema.json") Resource schema) {
        this.schema = schema;
    }

    @GetMapping(path = "/v1/journeys/schema", produces = "application/schema+json")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    Resource schema() {
        return schema;
    }
}
