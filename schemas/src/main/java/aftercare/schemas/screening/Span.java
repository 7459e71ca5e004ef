package aftercare.schemas.screening;

import aftercare.schemas.Sealed;

/** Where in the original text, in UTF-16 units, and which rule. The words are sealed with field {@code spans/<index>}. */
public record Span(int start, int end, Sealed words, String rule) {}
