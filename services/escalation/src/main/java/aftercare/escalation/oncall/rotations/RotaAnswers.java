package aftercare.escalation.oncall.rotations;

import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.oncall.rotations.RotaDeed.AlreadyOver;
import aftercare.escalation.oncall.rotations.RotaDeed.AlreadySettled;
import aftercare.escalation.oncall.rotations.RotaDeed.Done;
import aftercare.escalation.oncall.rotations.RotaDeed.HasTimeOff;
import aftercare.escalation.oncall.rotations.RotaDeed.NoSuchThing;
import aftercare.escalation.oncall.rotations.RotaDeed.NotOnCallStaff;
import aftercare.escalation.oncall.rotations.RotaDeed.NotTheirShift;
import aftercare.escalation.oncall.rotations.RotaDeed.Overlaps;
import aftercare.escalation.oncall.rotations.RotaDeed.TooLong;
import aftercare.escalation.problems.Problems;
import aftercare.escalation.site.Site;
import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says over HTTP what became of a change, and who may make it. */
@Component
class RotaAnswers {
    private final StaffRoster roster;
    private final Site site;

    RotaAnswers(StaffRoster roster, Site site) {
        this.roster = roster;
        this.site = site;
    }

    ResponseEntity<?> say(RotaDeed deed) {
        return switch (deed) {
            case Done(var id) ->
                id == null
                        ? ResponseEntity.noContent().build()
                        : ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id));
            case NoSuchThing() ->
                Problems.notFound("not-there", "This is not there any more. Look at the on-call page again.");
            case NotOnCallStaff(var who) ->
                Problems.unprocessable(
                        "takes-no-cases",
                        roster.calledName(who)
                                + " is no clinician here, and cases are taken by clinicians. Choose somebody else, or change their role first.");
            case AlreadyOver() ->
                Problems.unprocessable(
                        "already-over",
                        "This time is over, or ends before it begins. Choose one that lies ahead; a swap needs two shifts that have not begun.");
            case TooLong() ->
                Problems.unprocessable("too-long", "This is longer than three months. Choose a shorter time.");
            case HasTimeOff(var off) ->
                Problems.conflict(
                        "has-time-off",
                        roster.calledName(off.staff()) + " has time off " + site.span(off.from(), off.until())
                                + ". Choose somebody else, or end the time off first.");
            case Overlaps(var other) ->
                Problems.conflict(
                        "override-overlaps",
                        roster.calledName(other.staff()) + " already covers " + site.span(other.from(), other.until())
                                + ". End that override first, or start this one after it.");
            case NotTheirShift(var who) ->
                Problems.conflict(
                        "not-their-shift",
                        roster.calledName(who)
                                + " does not have this shift, or not all of it. Look at the on-call page again: it has changed.");
            case AlreadySettled(var state) ->
                Problems.conflict(
                        "already-settled", "This swap is " + state.name().toLowerCase(Locale.ROOT) + " already.");
        };
    }

    /** One's own, or anybody's for an admin. */
    static boolean mayDecideFor(StaffId staff, Caller caller) {
        return caller.id().equals(staff.value()) || caller.roles().contains(Role.ADMIN);
    }

    static ResponseEntity<?> notTheirs() {
        return Problems.forbidden("not-yours", "You can do this for yourself. For somebody else, ask an admin.");
    }
}
