package aftercare.screening.engine;

import org.jspecify.annotations.Nullable;

/** What made a verdict; another of any of the three is another version. */
public record Version(String engine, String rules, @Nullable String model) {

    @Override
    public String toString() {
        return engine + "+" + rules + (model == null ? "" : "+" + model);
    }
}
