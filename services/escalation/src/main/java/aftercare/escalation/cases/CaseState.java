package aftercare.escalation.cases;

import aftercare.escalation.cases.Taking.AlreadyResolved;
import aftercare.escalation.cases.Taking.AlreadyTaken;
import aftercare.escalation.cases.Taking.AlreadyYours;
import aftercare.escalation.cases.Taking.Taken;
import aftercare.escalation.cases.Taking.TakenOver;
import aftercare.schemas.StaffId;
import java.time.Instant;

/** Where a case stands. Every move passes through here; none of them is made by time alone (S3). */
public sealed interface CaseState {

    /** Nobody has taken it: on-call is being paged. */
    record Open() implements CaseState {}

    /** One human has it. {@code lapsed}: they went quiet and on-call is being paged again, so another may take it over. */
    record Acknowledged(StaffId by, Instant at, boolean lapsed) implements CaseState {}

    /** A human ended it. */
    record Resolved(StaffId by, Instant at) implements CaseState {}

    /** Somebody says "I take it". */
    default Taking take(StaffId who, Instant now) {
        return switch (this) {
            case Open() -> new Taken(new Acknowledged(who, now, false));
            case Acknowledged(var by, var at, var lapsed)
            when by.equals(who) -> new AlreadyYours(new Acknowledged(by, at, false), lapsed);
            case Acknowledged(var by, var at, var lapsed) ->
                lapsed ? new TakenOver(by, new Acknowledged(who, now, false)) : new AlreadyTaken(by, at);
            case Resolved(var by, var at) -> new AlreadyResolved(by, at);
        };
    }

    /** Its owner did something about it: they are not quiet. Anybody else's deed changes nothing here. */
    default CaseState worked(StaffId who) {
        return switch (this) {
            case Acknowledged(var by, var at, var lapsed)
            when lapsed && by.equals(who) -> new Acknowledged(by, at, false);
            case Acknowledged same -> same;
            case Open same -> same;
            case Resolved same -> same;
        };
    }

    /** Its owner went quiet for too long. */
    default CaseState lapse() {
        return switch (this) {
            case Acknowledged(var by, var at, var ignored) -> new Acknowledged(by, at, true);
            case Open same -> same;
            case Resolved same -> same;
        };
    }

    /** Whether a human must still be found for it. */
    default boolean needsSomeone() {
        return switch (this) {
            case Open() -> true;
            case Acknowledged(var by, var at, var lapsed) -> lapsed;
            case Resolved resolved -> false;
        };
    }

    default boolean isResolved() {
        return this instanceof Resolved;
    }
}
