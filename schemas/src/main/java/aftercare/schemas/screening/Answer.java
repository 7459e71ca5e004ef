package aftercare.schemas.screening;

import aftercare.schemas.QuestionId;
import aftercare.schemas.Sealed;

/** The answer in its canonical form ("7", "1"), sealed with field {@code answer}. */
public record Answer(QuestionId questionId, Sealed value) {}
