package aftercare.console.remote;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * What a service said where the page can do without it. That it did not answer is an answer of its own, and never an empty list.
 *
 * @param <T> what was asked for
 */
public record Asked<T>(@Nullable T value, boolean answered) {
    private static final Logger log = LoggerFactory.getLogger(Asked.class);

    /** A refusal is not taken for silence: it is said as such. */
    public static <T> Asked<T> of(Supplier<T> call) {
        try {
            return new Asked<>(call.get(), true);
        } catch (HttpClientErrorException refused) {
            throw refused;
        } catch (RestClientException silent) {
            log.atWarn().addKeyValue("error", silent.getClass().getName()).log("A service does not answer");
            return new Asked<>(null, false);
        }
    }

    /** The same for something that may not be there, or not for this caller. */
    public static <T> Asked<T> ofWhatMayBe(Supplier<T> call) {
        try {
            return of(call);
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Forbidden none) {
            return new Asked<>(null, true);
        }
    }

    /** Whether there is something to show. */
    public boolean here() {
        return value != null;
    }

    public T orElse(T other) {
        return Objects.requireNonNullElse(value, other);
    }
}
