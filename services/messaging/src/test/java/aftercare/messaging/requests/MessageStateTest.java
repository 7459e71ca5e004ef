package aftercare.messaging.requests;

import static aftercare.messaging.requests.MessageState.QUEUED;
import static aftercare.messaging.requests.MessageState.SENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStateTest {

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENDING"})
    void only_a_certain_refusal_of_a_call_under_way_leads_back_to_the_queue(MessageState state) {
        assertThat(state.mayBecome(QUEUED)).isFalse();
    }

    @Test
    void nothing_but_a_queued_text_is_ever_begun() {
        assertThat(EnumSet.allOf(MessageState.class).stream().filter(state -> state.mayBecome(SENDING)))
                .containsExactly(QUEUED);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"DELIVERED", "UNDELIVERED", "REFUSED", "SKIPPED"})
    void an_end_is_an_end(MessageState end) {
        assertThat(EnumSet.allOf(MessageState.class)).noneMatch(end::mayBecome);
    }
}
