package aftercare.simulator.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeywordTest {

    @Test
    void the_carrier_obeys_whole_texts_only() {
        assertThat(Keyword.of(" Stop ")).isEqualTo(Keyword.STOP);
        assertThat(Keyword.of("unstop")).isEqualTo(Keyword.START);
        assertThat(Keyword.of("help")).isEqualTo(Keyword.HELP);
        assertThat(Keyword.of("stop please")).isEqualTo(Keyword.NONE);
    }
}
