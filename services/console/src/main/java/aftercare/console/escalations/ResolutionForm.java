package aftercare.console.escalations;

import org.jspecify.annotations.Nullable;

/** What the resolve form says. Times are as a browser's {@code datetime-local} writes them, local to the clinic. */
record ResolutionForm(
        String disposition,
        @Nullable String note,
        @Nullable String spokeWith,
        @Nullable String level,
        @Nullable String plan,
        @Nullable String nextContactAt,
        @Nullable String welfareCheck,
        @Nullable String duplicateOf,
        String hold,
        @Nullable String holdUntil) {}
