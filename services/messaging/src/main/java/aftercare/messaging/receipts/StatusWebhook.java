package aftercare.messaging.receipts;

import aftercare.messaging.sending.CarrierStatus;
import aftercare.messaging.sending.Outcomes;
import aftercare.platform.clock.ClinicClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the carrier says what became of a text. The token in the path stands for one attempt, so that a callback proves that the carrier took
 * it even where the call itself ended in doubt.
 */
@RestController
class StatusWebhook {
    private static final Logger log = LoggerFactory.getLogger(StatusWebhook.class);

    private final Outcomes outcomes;
    private final ClinicClock clock;

    StatusWebhook(Outcomes outcomes, ClinicClock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @PostMapping("/webhooks/twilio/status/{token}")
    ResponseEntity<Void> status(
            @PathVariable String token,
            @RequestParam(name = "MessageSid", required = false) @Nullable String carrierId,
            @RequestParam(name = "MessageStatus", defaultValue = "") String word,
            @RequestParam(name = "ErrorCode", required = false) @Nullable String errorCode) {
        var status = CarrierStatus.of(word);
        if (status.isEmpty()) {
            log.atInfo().log("A status that this version does not know is left aside");
            return ResponseEntity.noContent().build();
        }
        return outcomes.receipt(token, carrierId, status.get(), code(errorCode), clock.instant())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private static @Nullable Integer code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(code.strip());
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
