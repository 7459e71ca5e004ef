package aftercare.escalation.exercises;

import aftercare.escalation.oncall.Rung;
import aftercare.schemas.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is paged for a canary: the number that it was sent from, by text, again and again until the page is back. */
@Component
public class CanaryPager {
    public static final StaffId ID = new StaffId("exercise:canary");

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Optional<String> number;

    CanaryPager(CanarySettings settings) {
        this.number = Optional.ofNullable(settings.number()).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** None where no canary is set up. */
    public Optional<String> number() {
        return number;
    }

    public Rung rung() {
        return new Rung(List.of(ID), AGAIN_AFTER);
    }
}
