package aftercare.console.login;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long something has lasted, as people say it. */
@Component("spans")
public class Spans {
    public String between(Instant since, Instant now) {
        return since.isAfter(now) ? "in " + words(Duration.between(now, since)) : words(Duration.between(since, now));
    }

    /** Of a number of seconds; a dash where there is none. */
    public String seconds(@Nullable Long seconds) {
        if (seconds == null) {
            return "\u2014";
        }
        var span = Duration.ofSeconds(seconds);
        var exact = seconds >= 60 && seconds < 600 && seconds % 60 > 0;
        return exact ? span.toMinutes() + " min " + span.toSecondsPart() + " s" : words(span);
    }

    private static String words(Duration span) {
        if (span.toDays() > 1) {
            return span.toDays() + " days";
        }
        return span.toHours() > 0
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }
}
