package aftercare.screening.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.screening.Ending;
import aftercare.screening.text.Spelling;
import aftercare.screening.text.TextReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EverydayTest {
    private final TextReader reader = new TextReader(new Spelling(Map.of(), Map.of(), Map.of(), List.of(), Set.of()));
    private final Everyday everyday = new Everyday(new Vocabulary(
            Map.of(
                    "FILLER", List.of("the", "is", "my", "a", "for", "you"),
                    "TOPIC", List.of("visit", "parking"),
                    "COURTESY", List.of("thanks", "thank you"),
                    "EFFECT", List.of("headache"),
                    "PASSED", List.of("gone")),
            reader));

    @Test
    void a_known_topic_in_known_words_is_a_request() {
        assertThat(ending("is parking for the visit")).contains(Ending.REQUEST);
    }

    @Test
    void one_unknown_word_and_nothing_is_recognised() {
        assertThat(ending("thanks for the zorb")).isEmpty();
    }

    @Test
    void every_sentence_has_to_be_recognised() {
        assertThat(ending("thank you. a headache gone.")).contains(Ending.COURTESY);
        assertThat(ending("thank you. a headache.")).isEmpty();
        assertThat(ending("thank you. is my the.")).isEmpty();
    }

    @Test
    void filler_alone_says_nothing() {
        assertThat(ending("is the my")).isEmpty();
        assertThat(ending("")).isEmpty();
    }

    private Optional<Ending> ending(String text) {
        return everyday.recognise(reader.read(text), _ -> false);
    }
}
