package aftercare.messaging.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!",
                "stopall",
                "Unsubscribe",
                "END",
                "quit",
                "REVOKE",
                "OptOut",
                "opt  out",
                "CANCEL",
                "Alto",
                "parar",
                "¡ALTO!",
                "\"stop\""
            })
    void a_text_that_is_only_a_stop_word_stops(String text) {
        assertThat(Keyword.in(text)).contains(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "unstop", "Start."})
    void start_and_unstop_start(String text) {
        assertThat(Keyword.in(text)).contains(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info", "Ayuda", "help?"})
    void help_asks_for_help(String text) {
        assertThat(Keyword.in(text)).contains(Keyword.HELP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "Y",
                "please stop",
                "I want it to end",
                "help me",
                "stop stop",
                "1",
                "cancelled",
                "..."
            })
    void other_words_are_left_to_screening(String text) {
        assertThat(Keyword.in(text)).isEmpty();
    }
}
