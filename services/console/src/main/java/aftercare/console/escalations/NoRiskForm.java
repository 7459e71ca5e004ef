package aftercare.console.escalations;

import org.jspecify.annotations.Nullable;

/** What the form of the short way out says: two taps, and the rest if wanted. */
record NoRiskForm(
        String reason,
        String restsOn,
        @Nullable String words,
        @Nullable String hold,
        @Nullable String holdUntil) {}
