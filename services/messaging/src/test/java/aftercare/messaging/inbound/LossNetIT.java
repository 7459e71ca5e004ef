package aftercare.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.Scene;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.twilio.SendOutcome;
import aftercare.platform.twilio.SmsCarrier;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S2 where no webhook ever came. */
class LossNetIT extends Scene {
    @Autowired
    private Inbound inbound;

    @Autowired
    private Replies replies;

    @Autowired
    private MachineClock machine;

    @Test
    void a_text_that_only_the_carriers_list_knows_is_taken_once_and_ours_are_left_alone() {
        var patient = enrolled();
        var lost = "SM" + UUID.randomUUID();
        var ours = "SM" + UUID.randomUUID();
        var net = new LossNet(
                inbound,
                replies,
                listing(
                        new SmsCarrier.Sent(lost, patient.number(), CLINIC, "is anybody there", "received"),
                        new SmsCarrier.Sent(ours, CLINIC, CLINIC, "a text of ours", "delivered")),
                CLINIC,
                clock,
                machine);
        net.look();
        net.look();

        var reply = replyOf(lost).orElseThrow();
        assertThat(jdbc.sql("SELECT patient_id FROM reply_patient WHERE reply_id = :id")
                        .param("id", reply.value())
                        .query(String.class)
                        .list())
                .containsExactly(patient.id().value());
        assertThat(replyOf(ours)).isEmpty();
    }

    private static SmsCarrier listing(SmsCarrier.Sent... texts) {
        return new SmsCarrier() {
            @Override
            public SendOutcome send(String from, String to, String body, URI statusCallback) {
                throw new IllegalStateException("The loss net sends nothing");
            }

            @Override
            public List<Sent> sentTo(String to, Instant since) {
                return List.of(texts);
            }
        };
    }
}
