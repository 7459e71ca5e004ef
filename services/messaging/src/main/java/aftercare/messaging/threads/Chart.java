package aftercare.messaging.threads;

import aftercare.messaging.lines.SecondContact;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One patient with every way to reach somebody. */
record Chart(
        @JsonUnwrapped Person person,
        List<String> numbers,
        @Nullable SecondContact secondContact) {
    @Override
    public String toString() {
        return "Chart[" + person + "]";
    }
}
