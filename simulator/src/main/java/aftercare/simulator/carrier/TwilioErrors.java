package aftercare.simulator.carrier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says no as Twilio says it. */
@RestControllerAdvice
class TwilioErrors {

    @ExceptionHandler
    ResponseEntity<TwilioError> refused(Refused refused) {
        return answer(refused.refusal());
    }

    @ExceptionHandler
    ResponseEntity<TwilioError> unreadable(DateTimeException unreadable) {
        return answer(new Refusal(400, 20001, "A date is not valid: use 2026-03-04 or 2026-03-04T15:00:00Z"));
    }

    private static ResponseEntity<TwilioError> answer(Refusal refusal) {
        return ResponseEntity.status(refusal.httpStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(TwilioError.of(refusal));
    }

    record TwilioError(
            int code,
            String message,
            @JsonProperty("more_info") String moreInfo,
            int status) {

        static TwilioError of(Refusal refusal) {
            return new TwilioError(
                    refusal.code(),
                    refusal.message(),
                    "https://www.twilio.com/docs/errors/" + refusal.code(),
                    refusal.httpStatus());
        }
    }
}
