package aftercare.escalation.protocol;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.textOrNull;

import aftercare.escalation.cases.CaseHistory;
import aftercare.escalation.cases.CaseNotes;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklist of a case. Each tick, and each one taken back, is a row of its own and part of the case's history. */
@Service
class Protocol {
    private final CaseNotes notes;
    private final CaseHistory history;
    private final JdbcClient jdbc;

    Protocol(CaseNotes notes, CaseHistory history, JdbcClient jdbc) {
        this.notes = notes;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Every step in order; empty when there is no such case. */
    Optional<List<Tick>> of(EscalationId id) {
        return jdbc.sql("""
                SELECT acknowledged_by, acknowledged_at, resolved_by, resolved_at, state FROM escalation WHERE id = :id
                """)
                .param("id", id.value())
                .query(Protocol::toDeeds)
                .optional()
                .map(deeds -> steps(id, deeds));
    }

    /** The owner's tick shows that they are on it. Ticked twice, it is ticked once. */
    @Transactional
    Ticking tick(EscalationId id, ProtocolStep step, boolean done, StaffId who, Instant now) {
        if (step.tickedByDeed()) {
            return Ticking.TICKED_BY_DEED;
        }
        if (!notes.worked(id, who, now)) {
            return Ticking.NO_SUCH_CASE;
        }
        var before = ticks(id).getOrDefault(step, Tick.open(step));
        if (before.done() != done) {
            add(id, step, done, who, now);
            history.note(id, now, who.value(), done ? "StepTicked" : "StepUnticked", Map.of("step", step.name()));
        }
        return Ticking.DONE;
    }

    private void add(EscalationId id, ProtocolStep step, boolean done, StaffId who, Instant now) {
        jdbc.sql("INSERT INTO case_tick (escalation_id, step, done, who, at) VALUES (:id, :step, :done, :who, :at)")
                .param("id", id.value())
                .param("step", step.name())
                .param("done", done)
                .param("who", who.value())
                .param("at", at(now))
                .update();
    }

    private List<Tick> steps(EscalationId id, Deeds deeds) {
        var ticks = ticks(id);
        return Stream.of(ProtocolStep.values())
                .map(step -> step.tickedByDeed() ? deeds.of(step) : ticks.getOrDefault(step, Tick.open(step)))
                .toList();
    }

    private Map<ProtocolStep, Tick> ticks(EscalationId id) {
        return jdbc
                .sql("""
                SELECT DISTINCT ON (step) step, done, who, at FROM case_tick WHERE escalation_id = :id
                 ORDER BY step, case_tick.id DESC
                """)
                .param("id", id.value())
                .query((row, n) -> new Tick(
                        ProtocolStep.valueOf(row.getString("step")),
                        row.getBoolean("done"),
                        false,
                        new StaffId(row.getString("who")),
                        instant(row, "at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Tick::step, Function.identity()));
    }

    private static Deeds toDeeds(ResultSet row, int n) throws SQLException {
        var resolved = row.getString("state").equals("RESOLVED");
        return new Deeds(
                textOrNull(row, "acknowledged_by"),
                instantOrNull(row, "acknowledged_at"),
                resolved ? textOrNull(row, "resolved_by") : null,
                resolved ? instantOrNull(row, "resolved_at") : null);
    }

    private record Deeds(
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {
        Tick of(ProtocolStep step) {
            return step == ProtocolStep.ACKNOWLEDGE ? tick(step, takenBy, takenAt) : tick(step, resolvedBy, resolvedAt);
        }

        private static Tick tick(ProtocolStep step, @Nullable String by, @Nullable Instant at) {
            return by == null ? Tick.open(step) : new Tick(step, true, true, new StaffId(by), at);
        }
    }
}
