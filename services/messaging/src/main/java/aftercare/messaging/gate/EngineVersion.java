package aftercare.messaging.gate;

import aftercare.schemas.screening.Versions;

/** What made a verdict, in one word: a change of the engine's code, its rules or its model is another version. */
public record EngineVersion(String name) {
    public static EngineVersion of(Versions versions) {
        var model = versions.model();
        return new EngineVersion(versions.engine() + "+" + versions.rules() + (model == null ? "" : "+" + model));
    }

    @Override
    public String toString() {
        return name;
    }
}
