package aftercare.escalation.cases;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case's state as it lies in its row: all that is left of it after a restart. */
public record CaseColumns(
        String state,
        @Nullable StaffId by,
        @Nullable Instant at,
        boolean lapsed,
        boolean onPhone,
        @Nullable StaffId offeredTo,
        @Nullable Instant offeredAt) {

    public static CaseColumns of(CaseState state) {
        return switch (state) {
            case Open() -> new CaseColumns("OPEN", null, null, false, false, null, null);
            case Acknowledged(var by, var at, var grip) -> {
                var offer = grip.offer();
                yield new CaseColumns(
                        "ACKNOWLEDGED",
                        by,
                        at,
                        grip.lapsed(),
                        grip.onPhone(),
                        offer == null ? null : offer.to(),
                        offer == null ? null : offer.at());
            }
            case Resolved(var by, var at) -> new CaseColumns("RESOLVED", by, at, false, false, null, null);
        };
    }

    public CaseState toState() {
        return switch (state) {
            case "OPEN" -> new Open();
            case "ACKNOWLEDGED" ->
                new Acknowledged(
                        Objects.requireNonNull(by),
                        Objects.requireNonNull(at),
                        new Grip(
                                lapsed,
                                onPhone,
                                offeredTo == null || offeredAt == null ? null : new Grip.Offer(offeredTo, offeredAt)));
            case "RESOLVED" -> new Resolved(Objects.requireNonNull(by), Objects.requireNonNull(at));
            default -> throw new IllegalStateException("A case is in the unknown state " + state);
        };
    }
}
