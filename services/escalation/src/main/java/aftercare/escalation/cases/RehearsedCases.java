package aftercare.escalation.cases;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of exercises. They are the only ones that a machine may end: a patient's never ends by itself (S3). */
@Service
public class RehearsedCases {
    private final Cases cases;
    private final Endings endings;
    private final Facts facts;
    private final JdbcClient jdbc;

    RehearsedCases(Cases cases, Endings endings, Facts facts, JdbcClient jdbc) {
        this.cases = cases;
        this.endings = endings;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** Nobody opens or joins a case of this line until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(LineId line) {
        facts.lockSubjects(List.of(line), List.of());
    }

    /** Ends it unless somebody has. {@code note} stands in its history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(EscalationId id, String note, Instant now) {
        var rehearsed = cases.lock(id).orElseThrow();
        if (rehearsed.origin() == Origin.PATIENT) {
            throw new IllegalStateException("Only a human ends a patient's case; escalation " + id);
        }
        if (!rehearsed.state().isResolved()) {
            endings.endRehearsed(rehearsed, new Rehearsed(note), now);
        }
    }

    /** Whether a patient's case waits for somebody to take it, or came since. */
    public boolean patientNeedsSomeone() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM escalation
                                WHERE origin = 'PATIENT' AND (state = 'OPEN' OR state = 'ACKNOWLEDGED' AND lapsed))
                """).query(Boolean.class).single();
    }

    /** Whether a case on this line is not resolved: a text from there would join it. */
    public boolean isOpenOn(LineId line) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM escalation WHERE state <> 'RESOLVED' AND :line = ANY(line_ids))")
                .param("line", line.value())
                .query(Boolean.class)
                .single();
    }
}
