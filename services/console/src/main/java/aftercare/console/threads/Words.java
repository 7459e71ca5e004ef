package aftercare.console.threads;

import org.jspecify.annotations.Nullable;

/** A stretch of a text. {@code rule}: why it is marked; none where it is not. */
public record Words(String text, @Nullable String rule) {
    @Override
    public String toString() {
        return "Words";
    }
}
