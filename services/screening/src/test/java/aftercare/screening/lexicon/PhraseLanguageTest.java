package aftercare.screening.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aftercare.screening.text.Spelling;
import aftercare.screening.text.TextReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseLanguageTest {
    private final TextReader reader = new TextReader(
            new Spelling(Map.of("don't", List.of("do", "not")), Map.of(), Map.of(), List.of(), Set.of()));

    @Test
    void a_phrase_is_words_choices_and_words_that_may_be_missing() {
        assertThat(finds("(want|need) to [just] rest", "i need to rest")).isTrue();
        assertThat(finds("(want|need) to [just] rest", "i want to just rest now"))
                .isTrue();
        assertThat(finds("(want|need) to [just] rest", "i want rest")).isFalse();
    }

    @Test
    void words_are_whole_unless_a_tilde_says_otherwise() {
        assertThat(finds("hid", "hidden")).isFalse();
        assertThat(finds("hid~", "hidden")).isTrue();
    }

    @Test
    void gaps_stay_within_the_sentence() {
        assertThat(finds("when ... gone", "when the movers are gone")).isTrue();
        assertThat(finds("when ... gone", "tell me when. they are gone")).isFalse();
    }

    @Test
    void sets_numbers_and_ends_of_sentences_are_named() {
        assertThat(finds("{WHO} is # >", "sam is 7. ok")).isTrue();
        assertThat(finds("{WHO} is # >", "sam is 7 now")).isFalse();
        assertThat(finds("<< sam >>", "sam!")).isTrue();
        assertThat(finds("<< sam >>", "sam is here")).isFalse();
    }

    @Test
    void a_phrase_may_be_refused_after_a_word() {
        assertThat(finds("!(not|never) safe", "i am safe")).isTrue();
        assertThat(finds("!(not|never) safe", "i am not safe")).isFalse();
    }

    @Test
    void contractions_are_spelled_out_as_in_replies() {
        assertThat(finds("don't care", "i don't care")).isTrue();
    }

    @Test
    void a_phrase_that_is_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> finds("(open", "open"));
        assertThatIllegalArgumentException().isThrownBy(() -> finds("{NOBODY}", "open"));
    }

    private boolean finds(String phrase, String text) {
        var language = new PhraseLanguage(reader, Map.of("WHO", "sam|she"), true);
        var group = new PhraseGroup("test", Effect.NOW, "test", "test", List.of(language.phrase(phrase)));
        return !new Phrases(List.of(group)).in(reader.read(text)).isEmpty();
    }
}
