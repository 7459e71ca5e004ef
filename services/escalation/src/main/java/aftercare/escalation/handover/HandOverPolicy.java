package aftercare.escalation.handover;

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

/** What is told when a turn has passed. Reads no clock and no table. */
record HandOverPolicy(LocalTime nightFrom, LocalTime nightUntil) {

    /**
     * @param told who was last told that they have it
     * @param newTurn a turn began since then
     * @param zone where it may be night for whoever stays on call: they are left to sleep
     */
    Passing decide(@Nullable StaffId told, @Nullable StaffId now, boolean newTurn, Instant at, ZoneId zone) {
        if (told == null) {
            return now == null ? new Nothing() : new Begins(now);
        }
        if (now == null) {
            return new Ends(told);
        }
        if (!told.equals(now)) {
            return new Passes(told, now);
        }
        return newTurn && !isNight(at.atZone(zone).toLocalTime()) ? new Stays(now) : new Nothing();
    }

    private boolean isNight(LocalTime time) {
        return !time.isBefore(nightFrom) || time.isBefore(nightUntil);
    }
}
