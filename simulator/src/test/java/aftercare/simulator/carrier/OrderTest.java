package aftercare.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderTest {
    private static final String PHONE = "+12025550155";
    private static final String LINE = "+12025550120";

    @Test
    void a_text_of_1600_characters_is_taken_and_one_more_is_too_long() {
        assertThat(new Order(PHONE, LINE, "a".repeat(1600), null).fault()).isNull();
        assertThat(new Order(PHONE, LINE, "a".repeat(1601), null).fault()).isEqualTo(Refusal.TOO_LONG);
    }

    @Test
    void a_number_that_is_none_is_named_with_its_own_code() {
        assertThat(new Order("12345", LINE, "hello", null).fault()).isEqualTo(Refusal.BAD_TO);
        assertThat(new Order(PHONE, "clinic", "hello", null).fault()).isEqualTo(Refusal.BAD_FROM);
        assertThat(new Order(LINE, LINE, "hello", null).fault()).isEqualTo(Refusal.SAME_NUMBER);
    }

    @Test
    void what_is_missing_is_said() {
        assertThat(new Order("", LINE, "hello", null).fault()).isEqualTo(Refusal.NO_TO);
        assertThat(new Order(PHONE, "", "hello", null).fault()).isEqualTo(Refusal.NO_FROM);
        assertThat(new Order(PHONE, LINE, "", null).fault()).isEqualTo(Refusal.NO_BODY);
    }

    @Test
    void codes_of_30000_are_found_out_on_the_way() {
        assertThat(Refusal.onTheWay(30003)).isTrue();
        assertThat(Refusal.onTheWay(21610)).isFalse();
    }
}
