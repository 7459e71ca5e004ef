package aftercare.escalation.cases;

import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.escalation.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An escalation.
 *
 * @param lineIds every line its replies came by; the first opened it
 * @param code what colleagues call it in a text
 * @param cause the gravest so far
 * @param origin whether anybody is behind it
 */
public record Case(
        EscalationId id,
        List<LineId> lineIds,
        List<PatientId> patientIds,
        Cause cause,
        String code,
        Instant openedAt,
        CaseState state,
        Origin origin) {
    public Case {
        lineIds = List.copyOf(lineIds);
        patientIds = List.copyOf(patientIds);
    }

    /** The line that opened it. */
    public LineId lineId() {
        return lineIds.getFirst();
    }

    public boolean isDrill() {
        return origin == Origin.DRILL;
    }

    /** What colleagues call it in a sentence. */
    String called() {
        return isDrill() ? code + " (drill)" : code;
    }

    Case in(CaseState next) {
        return new Case(id, lineIds, patientIds, cause, code, openedAt, next, origin);
    }

    Case joinedBy(Cause further, LineId by, List<PatientId> alsoOf) {
        var gravest = Causes.isHigher(further, cause) ? further : cause;
        return new Case(
                id,
                together(lineIds, List.of(by)),
                together(patientIds, alsoOf),
                gravest,
                code,
                openedAt,
                state,
                origin);
    }

    private static <T> List<T> together(List<T> known, List<T> further) {
        return Stream.concat(known.stream(), further.stream()).distinct().toList();
    }
}
