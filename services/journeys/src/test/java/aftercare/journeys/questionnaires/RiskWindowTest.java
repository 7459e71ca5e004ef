package aftercare.journeys.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaires;
import aftercare.schemas.messaging.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RiskWindowTest {
    private static final Instant TEN = Instant.parse("2026-03-04T15:00:00Z");
    private static final Window DAY = new Window(TEN, TEN.plus(Duration.ofHours(8)));

    @Test
    void a_questionnaire_about_risk_is_sent_within_half_an_hour_and_answered_within_three() {
        var when = window(Instrument.PHQ9, DAY, Duration.ofHours(20));

        assertThat(when.send()).isEqualTo(new Window(TEN, TEN.plus(Duration.ofMinutes(30))));
        assertThat(when.answerWithin()).isEqualTo(Duration.ofHours(3));
        assertThat(when.endsAt()).isEqualTo(TEN.plus(Duration.ofMinutes(210)));
    }

    @Test
    void what_the_journey_asks_for_in_less_time_stays_so() {
        var when = window(Instrument.PHQ9, new Window(TEN, TEN.plus(Duration.ofMinutes(10))), Duration.ofHours(1));

        assertThat(when.endsAt()).isEqualTo(TEN.plus(Duration.ofMinutes(70)));
    }

    @Test
    void one_that_asks_nothing_about_risk_keeps_its_own_times() {
        assertThat(window(Instrument.GAD7, DAY, Duration.ofHours(20)))
                .isEqualTo(new RiskWindow(DAY, Duration.ofHours(20)));
    }

    private static RiskWindow window(Instrument instrument, Window window, Duration answerWithin) {
        return RiskWindow.of(Questionnaires.shipped().of(instrument), window, answerWithin, TEN);
    }
}
