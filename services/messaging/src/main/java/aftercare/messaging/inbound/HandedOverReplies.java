package aftercare.messaging.inbound;

import aftercare.messaging.inbound.InboundText.Source;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.ReplyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where another service hands over a patient's text that reached its number. */
@RestController
class HandedOverReplies {
    private final Inbound inbound;
    private final ClinicClock clock;
    private final MachineClock machine;

    HandedOverReplies(Inbound inbound, ClinicClock clock, MachineClock machine) {
        this.inbound = inbound;
        this.clock = clock;
        this.machine = machine;
    }

    @PostMapping("/v1/replies")
    @PreAuthorize("hasRole('SERVICE')")
    Taken take(@Valid @RequestBody HandedOver text) {
        var body = text.body();
        var from = text.from();
        var reply = inbound.take(
                new InboundText(
                        Source.HANDED_OVER,
                        text.carrierId(),
                        null,
                        from == null || from.isBlank() ? null : from,
                        body == null ? "" : body,
                        text.mediaCount(),
                        null),
                clock.instant(),
                machine.instant());
        return new Taken(reply);
    }

    record HandedOver(
            @NotBlank String carrierId,
            @Nullable String from,
            @Nullable String body,
            int mediaCount) {
        @Override
        public String toString() {
            return "HandedOver";
        }
    }

    record Taken(ReplyId replyId) {}
}
