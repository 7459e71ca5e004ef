package aftercare.journeys.wording;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.wording.Segments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "160,1", "161,2", "306,2", "307,3"})
    void a_text_of_the_gsm_alphabet_has_160_characters_alone_and_153_in_each_of_several_parts(int length, int count) {
        assertThat(Segments.of("x".repeat(length))).isEqualTo(new Segments(Encoding.GSM_7, length, count));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3"})
    void one_foreign_letter_leaves_70_characters_alone_and_67_in_each_of_several_parts(int length, int count) {
        assertThat(Segments.of("\u00ED" + "x".repeat(length - 1)))
                .isEqualTo(new Segments(Encoding.UCS_2, length, count));
    }

    @Test
    void a_bracket_takes_two_places_and_is_never_cut_in_half() {
        assertThat(Segments.of("[x]").length()).isEqualTo(5);
        assertThat(Segments.of("x".repeat(152) + "[" + "x".repeat(152)))
                .as("306 places, but the bracket begins the second part")
                .isEqualTo(new Segments(Encoding.GSM_7, 306, 3));
    }

    @Test
    void an_emoji_is_two_units_and_stays_whole() {
        assertThat(Segments.of("\uD83D\uDE0A")).isEqualTo(new Segments(Encoding.UCS_2, 2, 1));
        assertThat(Segments.of("x".repeat(66) + "\uD83D\uDE0A" + "x".repeat(66)).count())
                .isEqualTo(3);
    }

    @Test
    void the_spanish_letters_of_the_gsm_alphabet_cost_nothing_extra() {
        assertThat(Segments.of("\u00BFQu\u00E9 tal el ni\u00F1o y el ping\u00FCino? \u00A1\u00D1and\u00FA"
                                .replace("\u00FA", "u"))
                        .encoding())
                .isEqualTo(Encoding.GSM_7);
    }

    @Test
    void two_segments_fit_and_nothing_does_not() {
        assertThat(Segments.of("x".repeat(306)).fit()).isTrue();
        assertThat(Segments.of("x".repeat(307)).fit()).isFalse();
        assertThat(Segments.of("").fit()).isFalse();
    }
}
