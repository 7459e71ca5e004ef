package aftercare.escalation.exercises;

import aftercare.escalation.cases.Origin;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the last canaries fared. */
@RestController
class CanaryController {
    private final Exercises exercises;
    private final CanaryCalendar calendar;
    private final CanaryPager pager;
    private final CanarySettings settings;

    CanaryController(Exercises exercises, CanaryCalendar calendar, CanaryPager pager, CanarySettings settings) {
        this.exercises = exercises;
        this.calendar = calendar;
        this.pager = pager;
        this.settings = settings;
    }

    @GetMapping("/v1/canary")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')")
    View canary() {
        var setUp = pager.number().isPresent();
        var last = exercises.latest(Origin.CANARY, 1).stream().findFirst();
        return new View(
                setUp,
                settings.every(),
                settings.within(),
                setUp ? calendar.dueAt().orElse(null) : null,
                last.map(this::run).orElse(null),
                exercises
                        .latestEnded(Origin.CANARY, Outcome.CLOSED)
                        .map(this::run)
                        .orElse(null));
    }

    private RunView run(Exercise run) {
        var arrived = run.pageArrivedAt();
        return new RunView(
                run.startedAt(),
                run.sentAt(),
                exercises.standing(run, false).screenedAt(),
                arrived,
                run.sentAt() == null || arrived == null
                        ? null
                        : Duration.between(run.sentAt(), arrived).toMillis() / 1000.0,
                run.outcome(),
                run.outcome() == Outcome.MISSED && arrived != null);
    }

    /** {@code last}: none before the first; {@code lastClosed}: the newest whose page came back in time. */
    record View(
            boolean setUp,
            Duration every,
            Duration within,
            @Nullable Instant nextAt,
            @Nullable RunView last,
            @Nullable RunView lastClosed) {}

    /** {@code outcome}: none while it is under way; {@code late}: its page came back after it was missed. */
    record RunView(
            Instant startedAt,
            @Nullable Instant sentAt,
            @Nullable Instant screenedAt,
            @Nullable Instant pageArrivedAt,
            @Nullable Double secondsToPage,
            @Nullable Outcome outcome,
            boolean late) {}
}
