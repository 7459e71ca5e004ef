package aftercare.intake.patients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "(202) 555-0143, +12025550143",
        "202.555.0143, +12025550143",
        "2025550143, +12025550143",
        "1-202-555-0143, +12025550143",
        "+1 202 555 0143, +12025550143",
        "tel:+1-202-555-0143, +12025550143",
        "202\u2011555\u20110143, +12025550143",
        "+44 20 7946 0018, +442079460018",
        "011 44 20 7946 0018, +442079460018"
    })
    void a_number_as_people_write_it_becomes_E164(String written, String number) {
        assertThat(PhoneNumber.inE164(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "555-0143", "202-555-0143 x12", "0202555014", "+1 123 555 0143", "911"})
    void what_no_text_could_go_to_is_no_number(String written) {
        assertThat(PhoneNumber.inE164(written)).isEmpty();
    }
}
