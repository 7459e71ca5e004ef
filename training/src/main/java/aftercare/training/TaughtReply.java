package aftercare.training;

import aftercare.screening.model.Kind;

/**
 * A labelled reply to learn from.
 *
 * @param asked the clinic's last text, or empty
 * @param said what the patient wrote, earlier texts of the same thought first
 */
record TaughtReply(Kind kind, String asked, String said, String language) {

    boolean isAlone() {
        return asked.isEmpty();
    }

    TaughtReply saying(String other) {
        return new TaughtReply(kind, asked, other, language);
    }
}
