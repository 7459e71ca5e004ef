package aftercare.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void a_plain_text_of_160_characters_is_one_part_and_of_161_two() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("a".repeat(306))).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void one_curly_quote_makes_every_character_wide() {
        assertThat(Segments.of("’" + "a".repeat(69))).isEqualTo(1);
        assertThat(Segments.of("’" + "a".repeat(70))).isEqualTo(2);
    }

    @Test
    void brackets_and_the_euro_count_twice() {
        assertThat(Segments.of("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.of("€".repeat(81))).isEqualTo(2);
    }
}
