package aftercare.journeys.answers;

import aftercare.schemas.PatientId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a patient answered. */
@RestController
class AnswerController {
    private final Answers answers;

    AnswerController(Answers answers) {
        this.answers = answers;
    }

    @GetMapping("/v1/patients/{id}/answers")
    @PreAuthorize("hasAnyRole('STAFF', 'SERVICE')")
    List<Answers.Given> answers(@PathVariable String id) {
        return answers.of(new PatientId(id));
    }
}
