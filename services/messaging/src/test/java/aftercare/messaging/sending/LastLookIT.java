package aftercare.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.Scene;
import aftercare.messaging.lines.Lines;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S5 where a process stands still between the commit and the call. */
class LastLookIT extends Scene {
    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Sender sender;

    @Autowired
    private Lines lines;

    @Autowired
    private MachineClock machine;

    @Test
    void a_reply_that_comes_between_the_commit_and_the_call_stops_the_call() {
        var patient = enrolled();
        var opens = clock.instant().plus(Duration.ofHours(20));
        var text = request(
                patient, Purpose.CHECK_IN, "How are you?", new Window(opens, opens.plusSeconds(3600)), 0, null, null);
        awaitState(text, "QUEUED");
        var line = lines.find(patient.number()).orElseThrow();
        var begun = dispatch.next(line, opens.plusSeconds(1), machine.instant(), Pace.of(1))
                .orElseThrow();

        reply(patient, "hm");
        sender.carryOut(begun);

        assertThat(state(text)).isEqualTo("QUEUED");
        assertThat(bodiesTo(patient)).hasSize(1);
    }
}
