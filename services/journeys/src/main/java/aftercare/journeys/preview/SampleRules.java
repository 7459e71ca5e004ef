package aftercare.journeys.preview;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Place.Kind;
import aftercare.schemas.clinic.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every text that one touchpoint or topic says, while it is being written: from its fields as they stand, whatever else is missing. */
record SampleRules(JsonNode element, ClinicSettings clinic) {
    private static final Set<String> OF_NO_VISIT = Set.of("CONSENT", "SERIES", "ANSWERED", "LAST_HEARD", "CASE_CLOSED");
    private static final String UNKNOWN = "UNKNOWN";

    List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        add(samples, "text", element.path("text"), place(kind(), false));
        add(samples, "detailed", element.path("detailed"), place(kind(), true));
        add(samples, "reminder.text", element.path("reminder").path("text"), place(kind(), false));
        element.path("answers")
                .properties()
                .forEach(answer -> add(
                        samples,
                        "answers." + answer.getKey(),
                        answer.getValue(),
                        new Place(Kind.STATEMENT, false, false)));
        return samples;
    }

    private Kind kind() {
        if ("OPT_IN".equals(element.path("purpose").asString(""))) {
            return Kind.FIRST_TEXT;
        }
        var asks = element.path("asks");
        if (!asks.isObject()) {
            return Kind.STATEMENT;
        }
        return "INSTRUMENT".equals(asks.path("form").asString("")) ? Kind.LEAD_IN : Kind.QUESTION;
    }

    /** A topic belongs to no visit. */
    private Place place(Kind kind, boolean detailed) {
        var anchor = element.path("anchor").asString("");
        return new Place(kind, detailed, !anchor.isEmpty() && !OF_NO_VISIT.contains(anchor));
    }

    private void add(List<Sample> samples, String field, JsonNode texts, Place place) {
        texts.properties()
                .forEach(text -> byRoute(text.getValue().asString(""), text.getKey())
                        .forEach((template, route) -> samples.add(Sample.of(
                                field + "." + text.getKey(), text.getKey(), route, template, place, clinic))));
    }

    /** The different texts that the routes make of a template, each with the first route that reads it. */
    private Map<String, @Nullable Route> byRoute(String template, String language) {
        var texts = new LinkedHashMap<String, @Nullable Route>();
        for (var route : Route.values()) {
            texts.putIfAbsent(template(template, language, route), route);
        }
        if (texts.size() == 1) {
            texts.replaceAll((only, route) -> null);
        }
        return texts;
    }

    private String template(String template, String language, Route route) {
        var text = template;
        for (var part : element.path("byRoute").properties()) {
            var routes = part.getValue();
            var words = routes.has(route.name()) ? routes.get(route.name()) : routes.path(UNKNOWN);
            var said = words.has(language) ? words.get(language) : words.path("en");
            text = text.replace("{" + part.getKey() + "}", said.asString(""));
        }
        return text;
    }
}
