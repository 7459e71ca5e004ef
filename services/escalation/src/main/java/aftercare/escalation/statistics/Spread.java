package aftercare.escalation.statistics;

import org.jspecify.annotations.Nullable;

/** How long something took, in seconds, over the {@code count} cases in which it happened; nothing where it never did. */
record Spread(
        int count,
        @Nullable Long p50,
        @Nullable Long p90,
        @Nullable Long max) {}
