package aftercare.messaging.sending;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** How fast planned texts go to the carrier: a number's rate over ten seconds of machine time, so that a small clinic's handful goes at once. */
record Pace(RateLimiter limiter) {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    static Pace of(int textsPerSecond) {
        return new Pace(RateLimiter.of(
                "planned-texts",
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(PERIOD)
                        .limitForPeriod(Math.toIntExact(textsPerSecond * PERIOD.toSeconds()))
                        .timeoutDuration(Duration.ZERO)
                        .build()));
    }

    /** How many may go now. */
    int room() {
        return Math.max(0, limiter.getMetrics().getAvailablePermissions());
    }

    /** Whether one more may go now, and counts it. */
    boolean allows() {
        return limiter.acquirePermission();
    }
}
