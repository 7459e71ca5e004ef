package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.instantOrNull;
import static aftercare.escalation.columns.Columns.textOrNull;

import aftercare.escalation.cases.CaseState.Acknowledged;
import aftercare.escalation.cases.CaseState.Open;
import aftercare.escalation.cases.CaseState.Resolved;
import aftercare.escalation.facts.Facts;
import aftercare.escalation.holds.Hold;
import aftercare.escalation.holds.Holds;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.HoldId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import aftercare.schemas.escalation.Cause;
import aftercare.schemas.escalation.HoldScope;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cases as people read them. */
@Repository
class CaseDetails {
    private final Cases cases;
    private final Findings findings;
    private final CaseHistory history;
    private final Holds holds;
    private final Pager pager;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final Sealer sealer;

    CaseDetails(
            Cases cases,
            Findings findings,
            CaseHistory history,
            Holds holds,
            Pager pager,
            Facts facts,
            JdbcClient jdbc,
            Sealer sealer) {
        this.cases = cases;
        this.findings = findings;
        this.history = history;
        this.holds = holds;
        this.pager = pager;
        this.facts = facts;
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    List<Row> open() {
        return cases.unresolved().stream().map(this::row).toList();
    }

    List<Row> since(Instant start) {
        return cases.since(start).stream().map(this::row).toList();
    }

    /** All that is known of a case; that somebody looked is part of its trail (S8). */
    @Transactional
    Optional<Detail> view(EscalationId id, String who, Instant now) {
        var detail = cases.find(id).map(this::detail);
        detail.ifPresent(seen -> facts.viewed(now, who, "CaseViewed", "escalation/" + id));
        return detail;
    }

    private Row row(Case c) {
        var found = findings.of(c.id());
        return new Row(
                c.id(),
                c.code(),
                c.lineId(),
                c.lineIds(),
                c.patientIds(),
                c.cause(),
                stateName(c.state()),
                c.state().needsSomeone(),
                (int) found.stream().map(Findings.Row::replyId).distinct().count(),
                categories(found),
                c.openedAt(),
                c.origin(),
                ending(c.id()));
    }

    private Detail detail(Case c) {
        var found = findings.of(c.id());
        return new Detail(
                row(c),
                found.stream().map(Findings.Row::replyId).distinct().toList(),
                found.stream().flatMap(f -> f.reasons().stream()).distinct().toList(),
                found.stream().map(this::finding).toList(),
                pager.pagesOf(c.id()),
                history.of(c.id()),
                holds.latestOf(c.id()).map(HoldView::of).orElse(null));
    }

    private static String stateName(CaseState state) {
        return switch (state) {
            case Open() -> "OPEN";
            case Acknowledged ignored -> "ACKNOWLEDGED";
            case Resolved ignored -> "RESOLVED";
        };
    }

    private static List<String> categories(List<Findings.Row> found) {
        return found.stream().flatMap(f -> f.categories().stream()).distinct().toList();
    }

    private Finding finding(Findings.Row found) {
        var marks = IntStream.range(0, found.words().size())
                .mapToObj(i -> mark(found, i))
                .toList();
        return new Finding(
                found.replyId(),
                found.lineId(),
                found.cause(),
                found.level(),
                found.categories(),
                found.reasons(),
                marks.stream().map(Mark::words).filter(Objects::nonNull).toList(),
                marks,
                found.versions(),
                found.at());
    }

    private Mark mark(Findings.Row found, int i) {
        var marked = found.words().get(i);
        var sealed = marked.sealed();
        return new Mark(
                marked.start(),
                marked.end(),
                marked.rule(),
                sealed == null ? null : sealer.open(new Sealed(sealed), found.id(), "spans/" + i));
    }

    private EndingFacts ending(EscalationId id) {
        return jdbc.sql("""
                SELECT acknowledged_by, acknowledged_at, on_phone, offered_to, offered_at, resolved_by, resolved_at,
                       disposition, no_risk, rests_on, risk_level, welfare_check, duplicate_of, spoke_with, plan,
                       next_contact_at, hold, hold_until,
                       (SELECT min(d.sent_at) FROM page p JOIN dispatch d ON d.id = p.dispatch_id
                         WHERE p.escalation_id = escalation.id) AS first_paged_at,
                       (SELECT min(n.at) FROM case_note n
                         WHERE n.escalation_id = escalation.id AND n.kind = 'CALL') AS first_call_at,
                       (SELECT r.id FROM review r
                         WHERE r.escalation_id = escalation.id AND r.state = 'WAITING') AS review_id
                  FROM escalation WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> toEnding(row, id))
                .single();
    }

    private EndingFacts toEnding(ResultSet row, EscalationId id) throws SQLException {
        var acknowledgedBy = textOrNull(row, "acknowledged_by");
        var resolvedBy = textOrNull(row, "resolved_by");
        var offeredTo = textOrNull(row, "offered_to");
        return new EndingFacts(
                instantOrNull(row, "first_paged_at"),
                acknowledgedBy == null ? null : new StaffId(acknowledgedBy),
                instantOrNull(row, "acknowledged_at"),
                instantOrNull(row, "first_call_at"),
                row.getBoolean("on_phone"),
                offeredTo == null ? null : new StaffId(offeredTo),
                instantOrNull(row, "offered_at"),
                resolvedBy == null ? null : new StaffId(resolvedBy),
                instantOrNull(row, "resolved_at"),
                textOrNull(row, "disposition"),
                textOrNull(row, "no_risk"),
                textOrNull(row, "rests_on"),
                textOrNull(row, "risk_level"),
                textOrNull(row, "welfare_check"),
                textOrNull(row, "duplicate_of"),
                open(row, "spoke_with", id),
                open(row, "plan", id),
                instantOrNull(row, "next_contact_at"),
                textOrNull(row, "hold"),
                instantOrNull(row, "hold_until"),
                row.getObject("review_id", UUID.class));
    }

    private @Nullable String open(ResultSet row, String column, EscalationId id) throws SQLException {
        var sealed = textOrNull(row, column);
        return sealed == null ? null : sealer.open(new Sealed(sealed), id, column);
    }

    record Row(
            EscalationId escalationId,
            String code,
            LineId lineId,
            List<LineId> lineIds,
            List<PatientId> patientIds,
            Cause cause,
            String state,
            boolean needsSomeone,
            int replies,
            List<String> categories,
            Instant openedAt,
            Origin origin,
            @JsonUnwrapped EndingFacts so) {}

    /** {@code reviewId}: a second person has still to look at how it ended. */
    record EndingFacts(
            @Nullable Instant firstPagedAt,
            @Nullable StaffId acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant firstCallAt,
            boolean onPhone,
            @Nullable StaffId offeredTo,
            @Nullable Instant offeredAt,
            @Nullable StaffId resolvedBy,
            @Nullable Instant resolvedAt,
            @Nullable String disposition,
            @Nullable String noRisk,
            @Nullable String restsOn,
            @Nullable String level,
            @Nullable String welfareCheck,
            @Nullable String duplicateOf,
            @Nullable String spokeWith,
            @Nullable String plan,
            @Nullable Instant nextContactAt,
            @Nullable String holdChoice,
            @Nullable Instant holdUntil,
            @Nullable UUID reviewId) {
        /** Names nobody (S9). */
        @Override
        public String toString() {
            return "EndingFacts";
        }
    }

    record Detail(
            @JsonUnwrapped Row row,
            List<ReplyId> replyIds,
            List<String> reasons,
            List<Finding> findings,
            List<Pager.Seen> pages,
            List<CaseHistory.Step> history,
            @Nullable HoldView hold) {}

    /** {@code words}: what the patient wrote that mattered. */
    record Finding(
            ReplyId replyId,
            LineId lineId,
            Cause cause,
            @Nullable String level,
            List<String> categories,
            List<String> reasons,
            List<String> words,
            List<Mark> marks,
            String versions,
            Instant at) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Finding[" + replyId + "]";
        }
    }

    record Mark(int start, int end, String rule, @Nullable String words) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Mark";
        }
    }

    record HoldView(
            HoldId holdId,
            HoldScope scope,
            @Nullable Instant until,
            Instant placedAt,
            @Nullable StaffId releasedBy,
            @Nullable Instant releasedAt,
            boolean cancelled) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id(),
                    hold.scope(),
                    hold.until(),
                    hold.placedAt(),
                    hold.releasedBy(),
                    hold.releasedAt(),
                    hold.cancelled());
        }
    }
}
