package aftercare.journeys.wording;

import aftercare.schemas.clinic.Route;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a touchpoint says.
 *
 * @param detailed what it says to a patient who agreed to detailed texts
 * @param byRoute parts that differ by route, by the variable that stands for them; {@code UNKNOWN} is always there
 */
public record Wording(Texts discreet, @Nullable Texts detailed, Map<String, Map<Route, Texts>> byRoute) {
    public Wording {
        byRoute = Map.copyOf(byRoute);
    }

    public Texts texts(boolean mayBeDetailed) {
        return mayBeDetailed && detailed != null ? detailed : discreet;
    }

    /** The text with its route's words put in; other variables still stand. */
    public String template(boolean mayBeDetailed, String language, Route route) {
        var text = texts(mayBeDetailed).in(language);
        for (var part : byRoute.entrySet()) {
            var words = part.getValue()
                    .getOrDefault(route, Objects.requireNonNull(part.getValue().get(Route.UNKNOWN)));
            text = text.replace("{" + part.getKey() + "}", words.in(language));
        }
        return text;
    }
}
