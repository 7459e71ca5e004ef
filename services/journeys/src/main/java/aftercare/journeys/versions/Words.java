package aftercare.journeys.versions;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that one touchpoint or topic says to patients, in every language and for every route: what a clinician approves as one.
 *
 * @param digest changes with any word of it, and with nothing else
 */
record Words(String id, String name, String digest) {
    private static final List<String> SAID = List.of("text", "detailed", "byRoute", "answers");

    static List<Words> of(JourneyDocument journey) {
        return Stream.of(Part.values())
                .flatMap(part -> journey.elements(part).entrySet().stream())
                .filter(element -> !said(element.getValue()).isEmpty())
                .map(element -> new Words(
                        element.getKey(),
                        element.getValue().path("name").asString(element.getKey()),
                        Tag.of(said(element.getValue()))))
                .toList();
    }

    private static ObjectNode said(JsonNode element) {
        var said = JsonNodeFactory.instance.objectNode();
        SAID.stream().filter(element::hasNonNull).forEach(field -> said.set(field, element.get(field)));
        var reminder = element.path("reminder").get("text");
        if (reminder != null) {
            said.set("reminder", reminder);
        }
        return said;
    }
}
