package aftercare.escalation.cases;

import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.escalation.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An escalation. {@code code} is what colleagues call it in a text; {@code cause} the gravest so far. */
public record Case(
        EscalationId id,
        LineId lineId,
        List<PatientId> patientIds,
        Cause cause,
        String code,
        Instant openedAt,
        CaseState state) {
    public Case {
        patientIds = List.copyOf(patientIds);
    }

    Case in(CaseState next) {
        return new Case(id, lineId, patientIds, cause, code, openedAt, next);
    }

    Case joinedBy(Cause further, List<PatientId> alsoOf) {
        var everyone =
                Stream.concat(patientIds.stream(), alsoOf.stream()).distinct().toList();
        var gravest = Causes.isHigher(further, cause) ? further : cause;
        return new Case(id, lineId, everyone, gravest, code, openedAt, state);
    }
}
