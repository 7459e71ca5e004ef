package aftercare.journeys.preview;

import aftercare.journeys.definition.InvalidJourney;
import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.definition.JourneyYaml;
import aftercare.journeys.versions.JourneyFiles;
import aftercare.journeys.versions.Part;
import aftercare.journeys.wording.ClinicSettings;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What would be so if an element were saved like this, without saving it. */
@Component
class Previews {
    private final JourneyFiles journeys;
    private final ClinicSettings clinic;

    Previews(JourneyFiles journeys, ClinicSettings clinic) {
        this.journeys = journeys;
        this.clinic = clinic;
    }

    /** @param problems what keeps it from being published, by field */
    record Preview(List<Sample> samples, List<Problem> problems) {}

    /** @param id what it is called in the draft; a new one is called by nothing yet */
    Preview of(Part part, String id, ObjectNode element) {
        return new Preview(new SampleRules(element, clinic).samples(), problems(part, id, element));
    }

    private List<Problem> problems(Part part, String id, ObjectNode element) {
        var named = element.path("id").asString(id);
        try {
            JourneyYaml.readForPublishing(
                    journeys.atWork().with(part, id, element).yaml(), clinic);
            return List.of();
        } catch (InvalidJourney invalid) {
            return invalid.problems().stream()
                    .filter(problem -> problem.touchpoint().equals(named))
                    .toList();
        }
    }
}
