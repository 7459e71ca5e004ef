package aftercare.escalation.pagerline;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.pagerline.PagerReply.Take;
import aftercare.escalation.pagerline.PagerReply.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerReplyTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1 ", "1.", "1!", "1 to take", "1 to take it.", "1 take", "1 take all", "１", "1️⃣"})
    void a_plain_one_takes_everything(String body) {
        assertThat(PagerReply.read(body)).isEqualTo(new Take(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 k7", "K7", "1, K7.", "1 (code K7)", "code k7"})
    void a_code_takes_that_case(String body) {
        assertThat(PagerReply.read(body)).isEqualTo(new Take(List.of("K7")));
    }

    @Test
    void several_codes_take_several_cases() {
        assertThat(PagerReply.read("1 K7 m22")).isEqualTo(new Take(List.of("K7", "M22")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 min, I am driving", "10", "11", "not 1", "1 can't", "ok", "who is it?", "21", "1 or 2"})
    void nothing_else_takes_a_case(String body) {
        assertThat(PagerReply.read(body)).isEqualTo(new Words());
    }
}
