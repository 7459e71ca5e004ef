package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.textOrNull;

import aftercare.escalation.cases.Reviews.Review;
import aftercare.escalation.facts.Facts;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.ReplyId;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Endings as a second person reads them: what was said, on what it rests, and which replies it is about. */
@Repository
class ReviewList {
    private final Reviews reviews;
    private final Cases cases;
    private final Findings findings;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final Sealer sealer;

    ReviewList(Reviews reviews, Cases cases, Findings findings, Facts facts, JdbcClient jdbc, Sealer sealer) {
        this.reviews = reviews;
        this.cases = cases;
        this.findings = findings;
        this.facts = facts;
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** That somebody looked is part of the trail (S8). */
    @Transactional
    List<View> waiting(StaffId who, Instant now) {
        return viewed(reviews.waiting(), who, now);
    }

    @Transactional
    List<View> reviewedSince(Instant since, StaffId who, Instant now) {
        return viewed(reviews.reviewedSince(since), who, now);
    }

    private List<View> viewed(List<Review> listed, StaffId who, Instant now) {
        facts.viewed(now, who.value(), "ReviewsViewed", "reviews");
        return listed.stream().map(review -> view(review, who)).toList();
    }

    private View view(Review review, StaffId who) {
        var about = cases.find(review.escalationId()).orElseThrow();
        return new View(
                review.id(),
                review.state(),
                review.noRisk(),
                about.id(),
                about.code(),
                about.lineIds(),
                about.patientIds(),
                findings.repliesOf(about.id()),
                review.closedBy(),
                review.closedAt(),
                said(review.escalationId()),
                review.workItemId(),
                !review.closedBy().equals(who));
    }

    private Said said(EscalationId id) {
        return jdbc.sql("""
                SELECT disposition, no_risk, rests_on, risk_level, note, plan, spoke_with FROM escalation WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> toSaid(row, id))
                .single();
    }

    private Said toSaid(ResultSet row, EscalationId id) throws SQLException {
        return new Said(
                textOrNull(row, "disposition"),
                textOrNull(row, "no_risk"),
                textOrNull(row, "rests_on"),
                textOrNull(row, "risk_level"),
                open(row, "note", id),
                open(row, "spoke_with", id),
                open(row, "plan", id));
    }

    private @Nullable String open(ResultSet row, String column, EscalationId id) throws SQLException {
        var sealed = textOrNull(row, column);
        return sealed == null ? null : sealer.open(new Sealed(sealed), id, column);
    }

    /** {@code yours}: whoever asks may confirm it or send it back. */
    record View(
            UUID reviewId,
            Reviews.State state,
            boolean noRisk,
            EscalationId escalationId,
            String code,
            List<LineId> lineIds,
            List<PatientId> patientIds,
            List<ReplyId> replyIds,
            StaffId closedBy,
            Instant closedAt,
            Said said,
            UUID workItemId,
            boolean yours) {}

    record Said(
            @Nullable String disposition,
            @Nullable String reason,
            @Nullable String restsOn,
            @Nullable String level,
            @Nullable String note,
            @Nullable String spokeWith,
            @Nullable String plan) {
        /** Never the words (S9). */
        @Override
        public String toString() {
            return "Said[" + disposition + "]";
        }
    }
}
