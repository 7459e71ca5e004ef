package aftercare.platform.clock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the demo's clock asks of a service, and how it moves the service's clinic time. Not there in a live deployment. */
@RestController
class ClockController {
    private final ClinicClock clock;
    private final ClinicTime time;
    private final Activity activity;
    private final Attention attention;
    private final ObjectProvider<WorkSource> sources;

    ClockController(
            ClinicClock clock,
            ClinicTime time,
            Activity activity,
            Attention attention,
            ObjectProvider<WorkSource> sources) {
        this.clock = clock;
        this.time = time;
        this.activity = activity;
        this.attention = attention;
        this.sources = sources;
    }

    /** The counts come first: work that ends while the sources are asked shows in the next answer's count. */
    @GetMapping("/v1/work")
    Work work() {
        var done = activity.total();
        var calls = attention.calls();
        var now = clock.instant();
        var pending = sources.stream().mapToInt(source -> source.pending(now)).sum();
        var next = sources.stream()
                .map(source -> source.nextDueAfter(now))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return new Work(pending, next.orElse(null), done, calls);
    }

    @PutMapping("/v1/clock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@Valid @RequestBody Move move) {
        time.leadBy(move.lead());
    }

    record Work(int pending, @Nullable Instant nextDueAt, long activity, long attention) {}

    record Move(@NotNull Duration lead) {}
}
