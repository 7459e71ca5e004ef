package aftercare.screening.replies;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.schemas.ReplyId;
import aftercare.schemas.screening.ScreeningPurpose;
import org.junit.jupiter.api.Test;

class VerdictIdTest {
    private final ReplyId reply = ReplyId.random();

    @Test
    void a_replay_has_the_same_id() {
        assertThat(VerdictId.of(reply, "1.0+a", ScreeningPurpose.LIVE))
                .isEqualTo(VerdictId.of(reply, "1.0+a", ScreeningPurpose.LIVE))
                .satisfies(id -> assertThat(id.version()).isEqualTo(5))
                .satisfies(id -> assertThat(id.variant()).isEqualTo(2));
    }

    @Test
    void another_reply_version_or_purpose_has_another() {
        var live = VerdictId.of(reply, "1.0+a", ScreeningPurpose.LIVE);
        assertThat(live)
                .isNotEqualTo(VerdictId.of(ReplyId.random(), "1.0+a", ScreeningPurpose.LIVE))
                .isNotEqualTo(VerdictId.of(reply, "1.0+b", ScreeningPurpose.LIVE))
                .isNotEqualTo(VerdictId.of(reply, "1.0+a", ScreeningPurpose.RESCREEN));
    }
}
