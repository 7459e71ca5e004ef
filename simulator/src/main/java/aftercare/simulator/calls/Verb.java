package aftercare.simulator.calls;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the clinic wants done on a call. */
sealed interface Verb {
    record Say(String words) implements Verb {}

    /**
     * @param digits how many keys end it; 0: only the finishing key or silence does
     * @param evenWhenEmpty whether the clinic is asked also when no key was pressed
     */
    record Gather(
            List<String> lines,
            @Nullable String action,
            int digits,
            String finishOnKey,
            Duration timeout,
            boolean evenWhenEmpty)
            implements Verb {
        public Gather {
            lines = List.copyOf(lines);
        }
    }

    record Dial(String number, String callerId, @Nullable String action, Duration timeout) implements Verb {
        /** Never the number (S9). */
        @Override
        public String toString() {
            return "Dial";
        }
    }

    record Redirect(String url) implements Verb {}

    record Hangup() implements Verb {}
}
