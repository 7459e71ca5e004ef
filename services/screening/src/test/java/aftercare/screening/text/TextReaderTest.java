package aftercare.screening.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    private final TextReader reader = new TextReader(new Spelling(
            Map.of("don't", List.of("do", "not"), "dont", List.of("do", "not"), "2nite", List.of("tonight")),
            Map.of(0x1F48A, "xpill"),
            Map.of((int) 'і', 'i', (int) 'о', 'o', (int) 'е', 'e'),
            List.of("suicide", "tonight", "thinking"),
            Set.of("i", "want", "to", "die", "do", "not", "tonight", "thinking", "suicide", "cut", "go", "please")));

    @Test
    void case_accents_width_and_fancy_letters_are_folded() {
        assertThat(line("Ｗant TÓ 𝒹𝒾𝑒")).isEqualTo(" want to die ");
    }

    @Test
    void invisible_characters_are_neither_letters_nor_gaps() {
        assertThat(line("su\u200Bic\u2060ide")).isEqualTo(" suicide ");
    }

    @Test
    void look_alikes_count_inside_a_latin_word_only() {
        assertThat(line("suіcіdе")).isEqualTo(" suicide ");
        assertThat(line("кіно")).isEqualTo(" кіно ");
    }

    @Test
    void letters_standing_alone_are_put_together() {
        assertThat(line("d i e")).isEqualTo(" die ");
        assertThat(line("d.i.e.")).startsWith(" die ");
        assertThat(line("i go")).isEqualTo(" i go ");
    }

    @Test
    void drawn_out_words_and_digits_for_letters_are_undone() {
        assertThat(line("pleeease diiiie")).isEqualTo(" please die ");
        assertThat(line("su1c1d3 d1e")).isEqualTo(" suicide die ");
    }

    @Test
    void numbers_keep_their_units_apart() {
        assertThat(line("at 4pm 10mg 2nd")).isEqualTo(" at 4 pm 10 mg xordinal ");
        assertThat(line("6-7 or 7/10")).isEqualTo(" 6 - 7 or 7 / 10 ");
    }

    @Test
    void shorthand_contractions_and_pictures_become_words() {
        assertThat(line("don’t 2nite 💊")).isEqualTo(" do not tonight xpill ");
    }

    @Test
    void a_word_of_weight_is_known_with_a_letter_wrong() {
        assertThat(line("sucide thinkign su*cide")).isEqualTo(" suicide thinking suicide ");
    }

    @Test
    void words_run_together_are_parted() {
        assertThat(line("iwanttodie")).isEqualTo(" i want to die ");
    }

    @Test
    void a_word_cut_in_two_by_sending_is_one_and_only_the_last_text_has_places() {
        var words = reader.readTogether(List.of("i keep th", "inking"));
        assertThat(words.line()).isEqualTo(" i keep thinking ");
        assertThat(words.place(0, 2)).isNull();
        assertThat(words.place(2, 3)).isEqualTo(new Words.Place(0, 6));
    }

    @Test
    void every_word_knows_its_place_in_the_original() {
        var words = reader.read("I  DON'T go");
        assertThat(words.place(1, 3)).isEqualTo(new Words.Place(3, 8));
    }

    private String line(String text) {
        return reader.read(text).line();
    }
}
