package aftercare.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.messaging.Scene;
import aftercare.messaging.lines.Lines;
import aftercare.platform.clock.MachineClock;
import aftercare.schemas.messaging.Purpose;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaceIT extends Scene {
    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Lines lines;

    @Autowired
    private MachineClock machine;

    @Test
    void a_number_sends_a_handful_at_once_and_then_waits() {
        var pace = Pace.of(1);

        assertThat(pace.room()).isEqualTo(10);
        for (var text = 0; text < 10; text++) {
            assertThat(pace.allows()).isTrue();
        }
        assertThat(pace.allows()).isFalse();
        assertThat(pace.room()).isZero();
    }

    @Test
    void a_planned_text_waits_for_the_pace_and_a_typed_one_does_not() {
        var patient = enrolled();
        var opens = clock.instant().plus(Duration.ofHours(20));
        var planned = request(
                patient, Purpose.CHECK_IN, "How are you?", new Window(opens, opens.plusSeconds(3600)), 0, null, null);
        awaitState(planned, "QUEUED");
        var line = lines.find(patient.number()).orElseThrow();
        var exhausted = Pace.of(1);
        while (exhausted.allows()) {}

        assertThat(dispatch.next(line, opens.plusSeconds(1), machine.instant(), exhausted))
                .isEmpty();
        assertThat(state(planned)).isEqualTo("QUEUED");

        var typed = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO message (id, kind, line_id, purpose, touchpoint, text, language, opens_at, closes_at, priority, requested_at, state, due_at, author)
                VALUES (:id, 'TYPED', :line, 'LOGISTICS', 'TYPED', :text, 'en', :opens, :closes, 0, :opens, 'QUEUED', :opens, 'rosa')
                """)
                .param("id", typed)
                .param("line", line.value())
                .param("text", sealer.seal("This is Rosa.", typed, "text").sealed())
                .param("opens", opens.atOffset(ZoneOffset.UTC))
                .param("closes", opens.plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(dispatch.next(line, opens.plusSeconds(1), machine.instant(), exhausted))
                .hasValueSatisfying(
                        begun -> assertThat(begun.messageId().value()).isEqualTo(typed));
    }
}
