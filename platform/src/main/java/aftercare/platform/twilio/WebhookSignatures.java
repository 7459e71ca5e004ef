package aftercare.platform.twilio;

import com.twilio.security.RequestValidator;
import java.util.List;
import java.util.Map;

/** Whether the carrier itself made a call: the signature covers the public URL it was given and every form parameter. */
public final class WebhookSignatures {
    private final List<RequestValidator> validators;

    /**
     * @param tokens two while the token is being changed; with none nothing is believed
     */
    public WebhookSignatures(List<String> tokens) {
        this.validators = tokens.stream().map(RequestValidator::new).toList();
    }

    /**
     * @param url exactly what the carrier called, query included
     * @param form the parameters of the body, not those of the query
     */
    public boolean valid(String url, Map<String, String> form, String signature) {
        return validators.stream().anyMatch(validator -> validator.validate(url, form, signature));
    }
}
