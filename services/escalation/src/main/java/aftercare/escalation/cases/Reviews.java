package aftercare.escalation.cases;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.EscalationId;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of second looks at closed cases. */
@Repository
class Reviews {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    Reviews(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    void add(Review review) {
        jdbc.sql("""
                INSERT INTO review (id, escalation_id, work_item_id, no_risk, closed_by, closed_at, state)
                VALUES (:id, :escalation, :item, :noRisk, :by, :at, 'WAITING')
                """)
                .param("id", review.id())
                .param("escalation", review.escalationId().value())
                .param("item", review.workItemId())
                .param("noRisk", review.noRisk())
                .param("by", review.closedBy().value())
                .param("at", at(review.closedAt()))
                .update();
    }

    Optional<Review> find(UUID id) {
        return jdbc.sql("SELECT * FROM review WHERE id = :id")
                .param("id", id)
                .query(Reviews::toReview)
                .optional();
    }

    Optional<Review> lockWaitingOf(EscalationId id) {
        return jdbc.sql("SELECT * FROM review WHERE escalation_id = :id AND state = 'WAITING' FOR UPDATE")
                .param("id", id.value())
                .query(Reviews::toReview)
                .optional();
    }

    /** Oldest first. */
    List<Review> waiting() {
        return jdbc.sql("SELECT * FROM review WHERE state = 'WAITING' ORDER BY closed_at, id")
                .query(Reviews::toReview)
                .list();
    }

    List<Review> reviewedSince(Instant since) {
        return jdbc.sql("""
                SELECT * FROM review WHERE state IN ('CONFIRMED', 'SENT_BACK') AND reviewed_at >= :since
                 ORDER BY reviewed_at DESC, id
                """).param("since", at(since)).query(Reviews::toReview).list();
    }

    int waitingIn(UUID item) {
        return jdbc.sql("SELECT count(*) FROM review WHERE work_item_id = :item AND state = 'WAITING'")
                .param("item", item)
                .query(Integer.class)
                .single();
    }

    void settle(UUID id, State state, String words, StaffId who, Instant now) {
        jdbc.sql("""
                UPDATE review SET state = :state, reviewed_by = :who, reviewed_at = :now, words = :words WHERE id = :id
                """)
                .param("state", state.name())
                .param("who", who.value())
                .param("now", at(now))
                .param("words", sealer.seal(words, id, "words").sealed())
                .param("id", id)
                .update();
    }

    private static Review toReview(ResultSet row, int n) throws SQLException {
        return new Review(
                uuid(row, "id"),
                new EscalationId(uuid(row, "escalation_id")),
                uuid(row, "work_item_id"),
                row.getBoolean("no_risk"),
                new StaffId(row.getString("closed_by")),
                instant(row, "closed_at"),
                State.valueOf(row.getString("state")));
    }

    enum State {
        WAITING,
        CONFIRMED,
        /** The case is open again, or what is missing stands in the one that is. */
        SENT_BACK,
        /** The case was opened again before anybody looked. */
        MOOT
    }

    record Review(
            UUID id,
            EscalationId escalationId,
            UUID workItemId,
            boolean noRisk,
            StaffId closedBy,
            Instant closedAt,
            State state) {}
}
