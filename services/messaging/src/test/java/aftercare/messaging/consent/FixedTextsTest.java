package aftercare.messaging.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTextsTest {
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private final FixedTexts texts = new FixedTexts("Harbor Clinic", "+12025550100");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "es-MX", "vi"})
    void help_names_the_clinic_its_phone_988_911_and_the_way_out(String language) {
        assertThat(texts.help(language))
                .contains("Harbor Clinic", "+12025550100", "988", "911")
                .containsAnyOf("STOP", "ALTO");
    }

    @Test
    void help_speaks_the_patients_language() {
        assertThat(texts.help("es")).contains("Responda ALTO");
        assertThat(texts.help("en")).contains("Reply STOP");
    }

    @Test
    void every_text_fits_two_segments_of_the_gsm_alphabet() {
        for (var text : List.of(
                texts.help("en"), texts.help("es"), texts.optOutConfirmation("en"), texts.optOutConfirmation("es"))) {
            assertThat(text).hasSizeLessThanOrEqualTo(306);
            assertThat(text.chars()).allMatch(letter -> GSM.indexOf(letter) >= 0);
        }
    }

    @Test
    void no_text_claims_that_a_human_read_anything() {
        assertThat(texts.help("en") + texts.optOutConfirmation("en")).doesNotContainIgnoringCase("received your");
    }
}
