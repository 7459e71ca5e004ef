package aftercare.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+12025550155", "(202) 555-0155", "202.555.0155", "1 202 555 0155"})
    void a_number_is_read_however_it_is_typed(String typed) {
        assertThat(PhoneNumber.read(typed)).contains(new PhoneNumber("+12025550155"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "555", "+0123456789", "call me", "+1202555015512345678"})
    void what_is_no_number_is_not_made_one(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }

    @Test
    void a_number_never_shows_itself() {
        assertThat(new PhoneNumber("+12025550155").toString()).doesNotContain("0155");
    }
}
