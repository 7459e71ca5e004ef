package aftercare.platform.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vector is the one Twilio's documentation publishes. */
class WebhookSignaturesTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final Map<String, String> FORM = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    @Test
    void the_published_vector_is_valid() {
        assertThat(new WebhookSignatures(List.of("12345")).valid(URL, FORM, SIGNATURE))
                .isTrue();
    }

    @Test
    void another_url_parameter_or_token_is_not() {
        var signatures = new WebhookSignatures(List.of("12345"));
        var changed = new HashMap<>(FORM);
        changed.put("Digits", "1235");
        assertThat(signatures.valid(URL, changed, SIGNATURE)).isFalse();
        assertThat(signatures.valid(URL + "3", FORM, SIGNATURE)).isFalse();
        assertThat(new WebhookSignatures(List.of("54321")).valid(URL, FORM, SIGNATURE))
                .isFalse();
    }

    @Test
    void the_token_before_a_rotation_is_still_believed() {
        assertThat(new WebhookSignatures(List.of("new", "12345")).valid(URL, FORM, SIGNATURE))
                .isTrue();
    }

    @Test
    void without_a_token_nothing_is_believed() {
        assertThat(new WebhookSignatures(List.of()).valid(URL, FORM, SIGNATURE)).isFalse();
    }
}
