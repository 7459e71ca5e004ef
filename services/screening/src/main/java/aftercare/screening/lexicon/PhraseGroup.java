package aftercare.screening.lexicon;

import java.util.List;

/**
 * Phrases that mean the same to a clinician.
 *
 * @param says the reason as staff read it
 * @param category what the reply is filed under; cues count once per category
 */
public record PhraseGroup(String id, Effect effect, String category, String says, List<Phrase> phrases) {
    public PhraseGroup {
        phrases = List.copyOf(phrases);
    }
}
