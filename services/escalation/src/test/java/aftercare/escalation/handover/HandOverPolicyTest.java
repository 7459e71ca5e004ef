package aftercare.escalation.handover;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.escalation.handover.Passing.Begins;
import aftercare.escalation.handover.Passing.Ends;
import aftercare.escalation.handover.Passing.Nothing;
import aftercare.escalation.handover.Passing.Passes;
import aftercare.escalation.handover.Passing.Stays;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverPolicyTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final StaffId ROSA = new StaffId("rosa");
    private static final StaffId SAM = new StaffId("sam");
    private static final Instant NIGHT = Instant.parse("2026-06-01T07:00:00Z");
    private static final Instant DAY = Instant.parse("2026-06-01T13:00:00Z");

    private final HandOverPolicy policy = new HandOverPolicy(LocalTime.of(21, 0), LocalTime.of(8, 0));

    @Test
    void both_are_told_by_day_and_by_night_when_it_passes() {
        assertThat(decide(ROSA, SAM, true, NIGHT)).isEqualTo(new Passes(ROSA, SAM));
        assertThat(decide(ROSA, SAM, false, DAY)).isEqualTo(new Passes(ROSA, SAM));
        assertThat(decide(null, SAM, false, NIGHT)).isEqualTo(new Begins(SAM));
    }

    @Test
    void whoever_is_relieved_by_nobody_hears_of_it() {
        assertThat(decide(ROSA, null, true, NIGHT)).isEqualTo(new Ends(ROSA));
    }

    @Test
    void whoever_stays_is_told_by_day_and_left_to_sleep_by_night() {
        assertThat(decide(ROSA, ROSA, true, DAY)).isEqualTo(new Stays(ROSA));
        assertThat(decide(ROSA, ROSA, true, NIGHT)).isEqualTo(new Nothing());
    }

    @Test
    void a_change_elsewhere_tells_whoever_has_it_nothing() {
        assertThat(decide(ROSA, ROSA, false, DAY)).isEqualTo(new Nothing());
        assertThat(decide(null, null, true, DAY)).isEqualTo(new Nothing());
    }

    private Passing decide(@Nullable StaffId told, @Nullable StaffId now, boolean newTurn, Instant at) {
        return policy.decide(told, now, newTurn, at, NEW_YORK);
    }
}
