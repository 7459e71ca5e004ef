package aftercare.console.patients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPLETED PT3H, presumed PT0S, 17:00-20:00, else next day 09:00-12:00, once per DAY"
                        + " | 3 h after the patient went home; or when the hour at which a discharge is presumed; between 17:00 and 20:00;"
                        + " else the next day between 09:00 and 12:00; once for a visit's day",
                "SESSION -1 d, 10:00-18:00, once per START"
                        + " | 1 day before the session begins; between 10:00 and 18:00; once for each time that a visit is given",
                "CONSENT PT0S, 09:00-20:00, once per PATIENT"
                        + " | when the patient agreed to texts; between 09:00 and 20:00; once for a patient",
                "SERIES 0 d, every P7D, 10:00-18:00, once per DAY"
                        + " | on the day that the series began; every 7 days; between 10:00 and 18:00; once for a visit's day",
                "BOOKED PT10M, 09:00-20:00 | 10 min after the visit was booked; between 09:00 and 20:00",
                "COMPLETED 1 d PT30M | 1 day and 30 min after the patient went home",
                "SESSION -PT3H | 3 h before the session begins",
                "something new | something new"
            })
    void a_rule_is_said_as_people_say_it(String rule, String words) {
        assertThat(RuleWords.of(rule)).isEqualTo(words);
    }
}
