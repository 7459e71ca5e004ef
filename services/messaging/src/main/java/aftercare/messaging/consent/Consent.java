package aftercare.messaging.consent;

import aftercare.messaging.consent.ConsentEntry.Kind;
import aftercare.schemas.LineId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the ledger says of a patient on a number (S7). */
public enum Consent {
    GRANTED,
    OPTED_OUT,
    /** Nobody ever granted anything for this number. */
    NONE;

    /**
     * A patient's own opt-out goes with the patient to every number: a new number in the chart is no new consent. A number's opt-out stays
     * with the number until its holder, or staff for one patient, grants again.
     *
     * @param entries those of the patient on any number, and those of the number
     */
    public static Consent of(List<ConsentEntry> entries, LineId line) {
        var own = latest(entries, entry -> entry.patientId() != null);
        var grantHere = latest(
                entries,
                entry -> entry.patientId() != null
                        && entry.kind() == Kind.GRANT
                        && entry.lineId().equals(line));
        var number = latest(
                entries, entry -> entry.patientId() == null && entry.lineId().equals(line));
        if (own.filter(entry -> entry.kind() == Kind.REVOKE).isPresent()) {
            return OPTED_OUT;
        }
        var numberRevoked = number.filter(entry -> entry.kind() == Kind.REVOKE);
        if (numberRevoked.isPresent()) {
            var since = numberRevoked.get().no();
            return grantHere.filter(grant -> grant.no() > since).isPresent() ? GRANTED : OPTED_OUT;
        }
        return grantHere.isPresent() ? GRANTED : NONE;
    }

    /** Whether the number itself wants no texts, whoever is behind it. */
    public static boolean revokedForNumber(List<ConsentEntry> entries) {
        return latest(entries, entry -> entry.patientId() == null)
                .filter(entry -> entry.kind() == Kind.REVOKE)
                .isPresent();
    }

    private static Optional<ConsentEntry> latest(List<ConsentEntry> entries, Predicate<ConsentEntry> wanted) {
        return entries.stream()
                .filter(ConsentEntry::speaks)
                .filter(wanted)
                .max(Comparator.comparingLong(ConsentEntry::no));
    }
}
