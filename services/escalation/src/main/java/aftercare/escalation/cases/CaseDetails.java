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
                c.patientIds(),
                c.cause(),
                stateName(c.state()),
                c.state().needsSomeone(),
                (int) found.stream().map(Findings.Row::replyId).distinct().count(),
                categories(found),
                c.openedAt(),
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
                SELECT acknowledged_by, acknowledged_at, resolved_by, resolved_at, disposition, spoke_with, next_contact_at
                  FROM escalation WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> toEnding(row, id))
                .single();
    }

    private EndingFacts toEnding(ResultSet row, EscalationId id) throws SQLException {
        var acknowledgedBy = textOrNull(row, "acknowledged_by");
        var resolvedBy = textOrNull(row, "resolved_by");
        var spokeWith = textOrNull(row, "spoke_with");
        return new EndingFacts(
                acknowledgedBy == null ? null : new StaffId(acknowledgedBy),
                instantOrNull(row, "acknowledged_at"),
                resolvedBy == null ? null : new StaffId(resolvedBy),
                instantOrNull(row, "resolved_at"),
                textOrNull(row, "disposition"),
                spokeWith == null ? null : sealer.open(new Sealed(spokeWith), id, "spoke_with"),
                instantOrNull(row, "next_contact_at"));
    }

    record Row(
            EscalationId escalationId,
            String code,
            LineId lineId,
            List<PatientId> patientIds,
            Cause cause,
            String state,
            boolean needsSomeone,
            int replies,
            List<String> categories,
            Instant openedAt,
            @JsonUnwrapped EndingFacts so) {}

    record EndingFacts(
            @Nullable StaffId acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable StaffId resolvedBy,
            @Nullable Instant resolvedAt,
            @Nullable String disposition,
            @Nullable String spokeWith,
            @Nullable Instant nextContactAt) {
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
