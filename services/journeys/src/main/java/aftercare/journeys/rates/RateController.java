package aftercare.journeys.rates;

import aftercare.journeys.problems.Doors;
import aftercare.journeys.problems.Refusal;
import aftercare.platform.clock.ClinicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reply, opt-out and item-9 counts per touchpoint. */
@RestController
class RateController {
    private static final Duration USUAL = Duration.ofDays(30);

    private final Rates rates;
    private final ClinicClock clock;

    RateController(Rates rates, ClinicClock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** @param until none: now; {@code from} none: 30 days before */
    @GetMapping("/v1/journeys/rates")
    @PreAuthorize("hasAnyRole('STAFF', 'ADMIN', 'SERVICE')")
    ResponseEntity<?> rates(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        var end = until == null ? clock.instant() : until;
        var begin = from == null ? end.minus(USUAL) : from;
        return begin.isBefore(end)
                ? ResponseEntity.ok(new Report(begin, end, rates.between(begin, end)))
                : Doors.refuse(
                        Refusal.unusable("ends-first", "The span ends before it begins: from must lie before until."));
    }

    record Report(Instant from, Instant until, List<Rate> touchpoints) {}
}
