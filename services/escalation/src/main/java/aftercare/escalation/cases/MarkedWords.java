package aftercare.escalation.cases;

import org.jspecify.annotations.Nullable;

/** Where in the reply, by which rule, and the words themselves, sealed; without words where the seal could not be opened. */
record MarkedWords(
        int start, int end, String rule, @Nullable String sealed) {}
