package aftercare.journeys.definition;

import aftercare.journeys.definition.InvalidJourney.Problem;
import aftercare.journeys.wording.ClinicSettings;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A journey as YAML, in and out; the format is told at the top of {@code journeys.yaml} and by {@code journey.schema.json}. */
public final class JourneyYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES, YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private JourneyYaml() {}

    /** @throws InvalidJourney with everything that is wrong with its fields */
    public static Journey read(String yaml) {
        var problems = new ArrayList<Problem>();
        var journey = new JourneyReader(problems).journey(tree(yaml));
        refuse(problems);
        return journey;
    }

    /**
     * Reads a journey that is to be published, and checks its texts as well. One that was published stays readable whatever becomes of
     * the clinic's name.
     *
     * @throws InvalidJourney with everything that is wrong with it
     */
    public static Journey readForPublishing(String yaml, ClinicSettings clinic) {
        var journey = read(yaml);
        refuse(problemsBeforePublishing(journey, clinic));
        return journey;
    }

    /** What keeps a journey whose fields are right from being published. */
    public static List<Problem> problemsBeforePublishing(Journey journey, ClinicSettings clinic) {
        var problems = new ArrayList<>(new HoursCheck(journey).problems());
        problems.addAll(new TextCheck(clinic).problemsOf(journey));
        return problems;
    }

    /** The journey as YAML that reads back as the same journey. */
    public static String write(Journey journey) {
        return YAML.writeValueAsString(new JourneyWriter().journey(journey));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidJourney(problems);
        }
    }

    private static JsonNode tree(String yaml) {
        try {
            var tree = YAML.readTree(yaml);
            if (tree.isObject()) {
                return tree;
            }
            throw new InvalidJourney(List.of(new Problem("journey", "yaml", "is no mapping of fields")));
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new InvalidJourney(List.of(new Problem(
                    "journey",
                    "yaml",
                    where == null ? "can't be read" : "can't be read at line " + where.getLineNr())));
        }
    }
}
