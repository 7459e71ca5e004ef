package aftercare.escalation.cases;

import aftercare.schemas.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How firmly somebody has a case.
 *
 * @param lapsed they went quiet and on-call is being paged again, so another may take it over
 * @param onPhone they said that they are speaking with the patient now
 * @param offer the colleague whom they asked to take it; the case stays theirs until that one does
 */
public record Grip(
        boolean lapsed, boolean onPhone, @Nullable Offer offer) {
    static final Grip FIRM = new Grip(false, false, null);
    static final Grip ON_PHONE = new Grip(false, true, null);

    /** What the owner asked of a colleague, and when. */
    public record Offer(StaffId to, Instant at) {}

    Grip offering(StaffId to, Instant now) {
        return new Grip(lapsed, onPhone, new Offer(to, now));
    }

    Grip withoutOffer() {
        return new Grip(lapsed, onPhone, null);
    }

    /** Whoever is quiet is not believed to be on the phone any more. */
    Grip lapse() {
        return new Grip(true, false, offer);
    }

    Grip worked() {
        return new Grip(false, onPhone, offer);
    }

    Grip called() {
        return new Grip(false, false, offer);
    }

    boolean isOfferedTo(StaffId who) {
        return offer != null && offer.to().equals(who);
    }
}
