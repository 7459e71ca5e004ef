package aftercare.journeys.definition;

import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a touchpoint or a topic. */
final class WordingReader {
    private WordingReader() {}

    static Wording wording(Fields fields) {
        var wording = optionalWording(fields);
        if (wording.isEmpty()) {
            fields.problem("text", "is missing");
        }
        return wording.orElse(new Wording(new Texts(Map.of(Texts.ENGLISH, "")), null, Map.of()));
    }

    static Optional<Wording> optionalWording(Fields fields) {
        var byRoute = new LinkedHashMap<String, Map<Route, Texts>>();
        fields.nested("byRoute")
                .ifPresent(parts -> parts.nestedByName().forEach((name, routes) -> byRoute.put(name, routes(routes))));
        var texts = fields.texts("text");
        var detailed = fields.texts("detailed");
        if (texts.isEmpty() && detailed.isPresent()) {
            fields.problem("text", "is missing beside detailed");
        }
        return texts.map(discreet -> new Wording(discreet, detailed.orElse(null), byRoute));
    }

    private static Map<Route, Texts> routes(Fields fields) {
        var routes = new LinkedHashMap<Route, Texts>();
        fields.nestedByName().forEach((name, texts) -> {
            try {
                var route = Fields.oneOf(Route.class).apply(name);
                texts.texts().ifPresent(found -> routes.put(route, found));
            } catch (IllegalArgumentException e) {
                fields.problem(name, String.valueOf(e.getMessage()));
            }
        });
        if (!routes.containsKey(Route.UNKNOWN)) {
            fields.problem(Route.UNKNOWN.name(), "is missing");
        }
        return routes;
    }
}
