package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.atOrNull;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.lines;
import static aftercare.escalation.columns.Columns.patients;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The cases that are not resolved and have one of these lines or patients, locked in the order of their ids. */
    List<Case> lockUnresolvedAbout(Collection<LineId> lines, Collection<PatientId> patients) {
        return jdbc.sql("""
                SELECT * FROM escalation
                 WHERE state <> 'RESOLVED' AND (line_ids && :lines::uuid[] OR patient_ids && :patients::text[])
                 ORDER BY id FOR UPDATE
                """)
                .param("lines", array(lines))
                .param("patients", array(patients))
                .query(Cases::toCase)
                .list();
    }

    /** Cases whose owner has waited since {@code before} for a colleague to take them, locked; passes over those that another holds. */
    List<Case> lockOfferedUntil(Instant before, int limit) {
        return jdbc.sql("""
                SELECT * FROM escalation WHERE offered_at <= :before
                 ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
                """)
                .param("before", at(before))
                .param("limit", limit)
                .query(Cases::toCase)
                .list();
    }

    int offeredUntil(Instant before) {
        return jdbc.sql("SELECT count(*) FROM escalation WHERE offered_at <= :before")
                .param("before", at(before))
                .query(Integer.class)
                .single();
    }

    Optional<Instant> firstOfferAfter(Instant after) {
        return jdbc.sql("SELECT min(offered_at) AS first FROM escalation WHERE offered_at > :after")
                .param("after", at(after))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "first")))
                .single();
    }

    /** The codes of what nobody has resolved, the oldest first; a drill's says so. */
    public List<String> unresolvedCodes() {
        return jdbc
                .sql("SELECT * FROM escalation WHERE state <> 'RESOLVED' AND origin <> 'CANARY' ORDER BY opened_at, id")
                .query(Cases::toCase)
                .list()
                .stream()
                .map(Case::called)
                .toList();
    }

    /** What somebody has taken and not resolved. */
    public List<EscalationId> ownedBy(StaffId staff) {
        return jdbc.sql(
                        "SELECT id FROM escalation WHERE state = 'ACKNOWLEDGED' AND acknowledged_by = :staff ORDER BY id")
                .param("staff", staff.value())
                .query((row, n) -> new EscalationId(uuid(row, "id")))
                .list();
    }

    List<Case> unresolved() {
        return jdbc.sql(
                        "SELECT * FROM escalation WHERE state <> 'RESOLVED' AND origin <> 'CANARY' ORDER BY opened_at DESC, id")
                .query(Cases::toCase)
                .list();
    }

    /** What is open, and what was opened or resolved since. */
    List<Case> since(Instant start) {
        return jdbc.sql("""
                SELECT * FROM escalation
                 WHERE origin <> 'CANARY' AND (state <> 'RESOLVED' OR opened_at >= :start OR resolved_at >= :start)
                 ORDER BY (state = 'RESOLVED'), opened_at DESC, id
                """).param("start", at(start)).query(Cases::toCase).list();
    }

    String nextCode() {
        return CaseCode.of(
                jdbc.sql("SELECT nextval('case_code')").query(Long.class).single());
    }

    void insert(Case opened, @Nullable UUID lateRun) {
        jdbc.sql("""
                INSERT INTO escalation (id, line_id, line_ids, patient_ids, cause, code, opened_at, state, late_run, origin)
                VALUES (:id, :line, :lines::uuid[], :patients, :cause, :code, :opened, 'OPEN', :late, :origin)
                """)
                .param("id", opened.id().value())
                .param("line", opened.lineId().value())
                .param("lines", array(opened.lineIds()))
                .param("patients", array(opened.patientIds()))
                .param("cause", opened.cause().name())
                .param("code", opened.code())
                .param("opened", at(opened.openedAt()))
                .param("late", lateRun)
                .param("origin", opened.origin().name())
                .update();
    }

    /** @param live the reply that joins was not found late: the case's pages wait for no others any more */
    void join(Case joined, boolean live) {
        jdbc.sql("""
                UPDATE escalation SET cause = :cause, line_ids = :lines::uuid[], patient_ids = :patients,
                       late_run = CASE WHEN :live THEN NULL ELSE late_run END
                 WHERE id = :id
                """)
                .param("live", live)
                .param("cause", joined.cause().name())
                .param("lines", array(joined.lineIds()))
                .param("patients", array(joined.patientIds()))
                .param("id", joined.id().value())
                .update();
    }

    /** Moves a case to a state that is no ending. */
    void move(Case moved) {
        if (moved.state().isResolved()) {
            throw new IllegalArgumentException("A case is resolved with what was found");
        }
        var columns = CaseColumns.of(moved.state());
        jdbc.sql("""
                UPDATE escalation
                   SET state = :state, acknowledged_by = :by, acknowledged_at = :at, lapsed = :lapsed, on_phone = :onPhone,
                       offered_to = :offeredTo, offered_at = :offeredAt
                 WHERE id = :id
                """)
                .param("state", columns.state())
                .param("by", idOrNull(columns.by()))
                .param("at", atOrNull(columns.at()))
                .param("lapsed", columns.lapsed())
                .param("onPhone", columns.onPhone())
                .param("offeredTo", idOrNull(columns.offeredTo()))
                .param("offeredAt", atOrNull(columns.offeredAt()))
                .param("id", moved.id().value())
                .update();
    }

    private static @Nullable String idOrNull(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }

    /** Whether a patient's case that goes on has this code; another than the given one. */
    boolean goesOn(String code, EscalationId butNot) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM escalation WHERE code = :code AND state <> 'RESOLVED' AND origin = 'PATIENT' AND id <> :id)")
                .param("code", code)
                .param("id", butNot.value())
                .query(Boolean.class)
                .single();
    }

    void resolve(EscalationId id, Resolved state, WayOut out) {
        jdbc.sql("""
                UPDATE escalation
                   SET state = 'RESOLVED', resolved_by = :by, resolved_at = :at, disposition = :disposition, note = :note,
                       on_phone = false, offered_to = NULL, offered_at = NULL, lapsed = false,
                       spoke_with = :spokeWith, risk_level = :level, plan = :plan, next_contact_at = :next,
                       welfare_check = :welfare, duplicate_of = :duplicate, no_risk = :noRisk, rests_on = :restsOn,
                       hold = :hold, hold_until = :until
                 WHERE id = :id
                """)
                .param("by", state.by().value())
                .param("at", at(state.at()))
                .param("disposition", out.disposition().name())
                .param("note", sealer.seal(out.note(), id, "note").sealed())
                .param("next", atOrNull(out.nextContactAt()))
                .param("hold", out.hold().name())
                .param("until", atOrNull(out.holdUntil()))
                .params(found(id, out))
                .param("id", id.value())
                .update();
    }

    private Map<String, @Nullable String> found(EscalationId id, WayOut out) {
        var columns = new HashMap<String, @Nullable String>();
        List.of("spokeWith", "level", "plan", "welfare", "duplicate", "noRisk", "restsOn")
                .forEach(column -> columns.put(column, null));
        switch (out) {
            case Rehearsed ignored -> {}
            case NoRisk noRisk -> {
                columns.put("noRisk", noRisk.reason().name());
                columns.put("restsOn", noRisk.restsOn().name());
            }
            case Resolution resolution -> {
                columns.put("spokeWith", sealedOrNull(resolution.spokeWith(), id, "spoke_with"));
                columns.put("level", nameOrNull(resolution.level()));
                columns.put("plan", sealedOrNull(resolution.plan(), id, "plan"));
                columns.put("welfare", nameOrNull(resolution.welfareCheck()));
                columns.put("duplicate", resolution.duplicateOf());
            }
        }
        return columns;
    }

    private @Nullable String sealedOrNull(@Nullable String words, EscalationId id, String column) {
        return words == null ? null : sealer.seal(words, id, column).sealed();
    }

    private static @Nullable String nameOrNull(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static Case toCase(ResultSet row, int n) throws SQLException {
        return new Case(
                new EscalationId(uuid(row, "id")),
                lines(row, "line_ids"),
                patients(row, "patient_ids"),
                Cause.valueOf(row.getString("cause")),
                row.getString("code"),
                instant(row, "opened_at"),
                toState(row),
                Origin.valueOf(row.getString("origin")));
    }

    private static CaseState toState(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var resolved = state.equals("RESOLVED");
        return new CaseColumns(
                        state,
                        staffOrNull(row, resolved ? "resolved_by" : "acknowledged_by"),
                        instantOrNull(row, resolved ? "resolved_at" : "acknowledged_at"),
                        row.getBoolean("lapsed"),
                        row.getBoolean("on_phone"),
                        staffOrNull(row, "offered_to"),
                        instantOrNull(row, "offered_at"))
                .toState();
    }

    private static @Nullable StaffId staffOrNull(ResultSet row, String column) throws SQLException {
        var id = textOrNull(row, column);
        return id == null ? null : new StaffId(id);
    }
}
