package aftercare.platform.twilio;

import com.twilio.exception.ApiException;
import org.springframework.core.NestedExceptionUtils;

/** What a failed request tells about what was asked for. Messages of the SDK's exceptions may name numbers and are never passed on (S9). */
final class ApiOutcomes {
    private ApiOutcomes() {}

    static SendOutcome of(RuntimeException failure) {
        return failure instanceof ApiException answered
                ? of(answered)
                : new SendOutcome.Uncertain(failure.getClass().getSimpleName());
    }

    private static SendOutcome of(ApiException failure) {
        var status = failure.getStatusCode();
        if (status != null && status >= 400 && status < 500) {
            var code = failure.getCode();
            return new SendOutcome.Refused(status, code == null ? 0 : code);
        }
        return new SendOutcome.Uncertain(
                status == null
                        ? NestedExceptionUtils.getMostSpecificCause(failure)
                                .getClass()
                                .getSimpleName()
                        : "HTTP " + status);
    }
}
