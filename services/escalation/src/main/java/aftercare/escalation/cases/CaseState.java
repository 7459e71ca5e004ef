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

    /** One human has it. */
    record Acknowledged(StaffId by, Instant at, Grip grip) implements CaseState {
        private Acknowledged with(Grip other) {
            return new Acknowledged(by, at, other);
        }
    }

    /** A human ended it. */
    record Resolved(StaffId by, Instant at) implements CaseState {}

    /** Somebody says "I take it". They get it from nobody, from one who went quiet, or from one who asked them to. */
    default Taking take(StaffId who, Instant now) {
        return switch (this) {
            case Open() -> new Taken(new Acknowledged(who, now, Grip.FIRM));
            case Acknowledged own
            when own.by().equals(who) ->
                new AlreadyYours(own.with(own.grip().worked()), own.grip().lapsed());
            case Acknowledged(var by, var at, var grip) ->
                grip.lapsed() || grip.isOfferedTo(who)
                        ? new TakenOver(by, new Acknowledged(who, now, Grip.FIRM))
                        : new AlreadyTaken(by, at);
            case Resolved(var by, var at) -> new AlreadyResolved(by, at);
        };
    }

    /** Somebody says "I am on the phone with her now". They get it from everybody but one who said so before them. */
    default Taking claim(StaffId who, Instant now) {
        return switch (this) {
            case Open() -> new Taken(new Acknowledged(who, now, Grip.ON_PHONE));
            case Acknowledged own
            when own.by().equals(who) ->
                new AlreadyYours(own.with(Grip.ON_PHONE), own.grip().lapsed());
            case Acknowledged(var by, var at, var grip) ->
                grip.onPhone()
                        ? new AlreadyTaken(by, at)
                        : new TakenOver(by, new Acknowledged(who, now, Grip.ON_PHONE));
            case Resolved(var by, var at) -> new AlreadyResolved(by, at);
        };
    }

    /** Its owner said that they are still on it. Anybody else's word changes nothing here. */
    default CaseState worked(StaffId who) {
        return this instanceof Acknowledged own && own.by().equals(who)
                ? own.with(own.grip().worked())
                : this;
    }

    /** Its owner tried to reach the patient: they are not quiet, and not on the phone any more. */
    default CaseState called(StaffId who) {
        return this instanceof Acknowledged own && own.by().equals(who)
                ? own.with(own.grip().called())
                : this;
    }

    /** Its owner went quiet for too long. */
    default CaseState lapse() {
        return this instanceof Acknowledged own ? own.with(own.grip().lapse()) : this;
    }

    /** Its owner asks a colleague to take it. A later offer replaces an earlier one. */
    default Offering offer(StaffId who, StaffId to, Instant now) {
        return switch (this) {
            case Open() -> new Offering.NobodyHasIt();
            case Acknowledged own
            when own.by().equals(who) ->
                new Offering.Offered(own.with(own.grip().offering(to, now)));
            case Acknowledged(var by, var at, var ignored) -> new Offering.NotYours(by, at);
            case Resolved(var by, var at) -> new Offering.AlreadyResolved(by, at);
        };
    }

    /** The colleague says no, or the owner takes the offer back. */
    default Declining decline(StaffId who) {
        if (this instanceof Acknowledged own) {
            var offer = own.grip().offer();
            if (offer != null && (offer.to().equals(who) || own.by().equals(who))) {
                return new Declining.Declined(
                        own.by(), offer.to(), own.with(own.grip().withoutOffer()));
            }
        }
        return new Declining.NothingOffered();
    }

    /** Whether a human must still be found for it. */
    default boolean needsSomeone() {
        return switch (this) {
            case Open() -> true;
            case Acknowledged acknowledged -> acknowledged.grip().lapsed();
            case Resolved resolved -> false;
        };
    }

    default boolean isResolved() {
        return this instanceof Resolved;
    }
}
