package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.atOrNull;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.patients;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of cases. */
@Repository
public class Cases {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    Cases(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    public Optional<Case> find(EscalationId id) {
        return jdbc.sql("SELECT * FROM escalation WHERE id = :id")
                .param("id", id.value())
                .query(Cases::toCase)
                .optional();
    }

    /** The case, locked until the end of the transaction. */
    public Optional<Case> lock(EscalationId id) {
        return jdbc.sql("SELECT * FROM escalation WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Cases::toCase)
                .optional();
    }

    /** Several cases, locked one after the other in the order of their ids so that no two transactions wait for each other. */
    public List<Case> lockAll(Collection<EscalationId> ids) {
        return jdbc.sql("SELECT * FROM escalation WHERE id = ANY(:ids::uuid[]) ORDER BY id FOR UPDATE")
                .param("ids", array(ids))
                .query(Cases::toCase)
                .list();
    }

    /** The one case on a line that is not resolved, locked. */
    Optional<Case> lockUnresolvedOn(LineId line) {
        return jdbc.sql("SELECT * FROM escalation WHERE line_id = :line AND state <> 'RESOLVED' FOR UPDATE")
                .param("line", line.value())
                .query(Cases::toCase)
                .optional();
    }

    List<Case> unresolved() {
        return jdbc.sql("SELECT * FROM escalation WHERE state <> 'RESOLVED' ORDER BY opened_at DESC, id")
                .query(Cases::toCase)
                .list();
    }

    /** What is open, and what was opened or resolved since. */
    List<Case> since(Instant start) {
        return jdbc.sql("""
                SELECT * FROM escalation
                 WHERE state <> 'RESOLVED' OR opened_at >= :start OR resolved_at >= :start
                 ORDER BY (state = 'RESOLVED'), opened_at DESC, id
                """).param("start", at(start)).query(Cases::toCase).list();
    }

    String nextCode() {
        return CaseCode.of(
                jdbc.sql("SELECT nextval('case_code')").query(Long.class).single());
    }

    void insert(Case opened, @Nullable UUID lateRun) {
        jdbc.sql("""
                INSERT INTO escalation (id, line_id, patient_ids, cause, code, opened_at, state, late_run)
                VALUES (:id, :line, :patients, :cause, :code, :opened, 'OPEN', :late)
                """)
                .param("id", opened.id().value())
                .param("line", opened.lineId().value())
                .param("patients", array(opened.patientIds()))
                .param("cause", opened.cause().name())
                .param("code", opened.code())
                .param("opened", at(opened.openedAt()))
                .param("late", lateRun)
                .update();
    }

    /** @param live the reply that joins was not found late: the case's pages wait for no others any more */
    void join(Case joined, boolean live) {
        jdbc.sql("""
                UPDATE escalation SET cause = :cause, patient_ids = :patients,
                       late_run = CASE WHEN :live THEN NULL ELSE late_run END
                 WHERE id = :id
                """)
                .param("live", live)
                .param("cause", joined.cause().name())
                .param("patients", array(joined.patientIds()))
                .param("id", joined.id().value())
                .update();
    }

    /** Moves a case to a state that is no ending. */
    void move(Case moved) {
        switch (moved.state()) {
            case Open() -> jdbc.sql("""
                        UPDATE escalation SET state = 'OPEN', acknowledged_by = NULL, acknowledged_at = NULL, lapsed = false
                         WHERE id = :id
                        """).param("id", moved.id().value()).update();
            case Acknowledged(var by, var at, var lapsed) ->
                jdbc.sql("""
                        UPDATE escalation SET state = 'ACKNOWLEDGED', acknowledged_by = :by, acknowledged_at = :at, lapsed = :lapsed
                         WHERE id = :id
                        """)
                        .param("by", by.value())
                        .param("at", at(at))
                        .param("lapsed", lapsed)
                        .param("id", moved.id().value())
                        .update();
            case Resolved resolved -> throw new IllegalArgumentException("A case is resolved with its resolution");
        }
    }

    void resolve(EscalationId id, Resolved state, Resolution resolution) {
        var spokeWith = resolution.spokeWith();
        jdbc.sql("""
                UPDATE escalation
                   SET state = 'RESOLVED', resolved_by = :by, resolved_at = :at, disposition = :disposition, note = :note,
                       spoke_with = :spokeWith, next_contact_at = :next, hold = :hold, hold_until = :until, lapsed = false
                 WHERE id = :id
                """)
                .param("by", state.by().value())
                .param("at", at(state.at()))
                .param("disposition", resolution.disposition().name())
                .param("note", sealer.seal(resolution.note(), id, "note").sealed())
                .param(
                        "spokeWith",
                        spokeWith == null
                                ? null
                                : sealer.seal(spokeWith, id, "spoke_with").sealed())
                .param("next", atOrNull(resolution.nextContactAt()))
                .param("hold", resolution.hold().name())
                .param("until", atOrNull(resolution.holdUntil()))
                .param("id", id.value())
                .update();
    }

    static Case toCase(ResultSet row, int n) throws SQLException {
        return new Case(
                new EscalationId(uuid(row, "id")),
                new LineId(uuid(row, "line_id")),
                patients(row, "patient_ids"),
                Cause.valueOf(row.getString("cause")),
                row.getString("code"),
                instant(row, "opened_at"),
                toState(row));
    }

    private static CaseState toState(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "OPEN" -> new Open();
            case "ACKNOWLEDGED" ->
                new Acknowledged(
                        new StaffId(row.getString("acknowledged_by")),
                        instant(row, "acknowledged_at"),
                        row.getBoolean("lapsed"));
            case "RESOLVED" -> new Resolved(new StaffId(row.getString("resolved_by")), instant(row, "resolved_at"));
            default -> throw new IllegalStateException("A case is in the unknown state " + state);
        };
    }
}
