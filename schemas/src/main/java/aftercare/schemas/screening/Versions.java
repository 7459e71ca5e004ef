package aftercare.schemas.screening;

import org.jspecify.annotations.Nullable;

/** What made a verdict. */
public record Versions(
        String engine, String rules, @Nullable String model) {}
