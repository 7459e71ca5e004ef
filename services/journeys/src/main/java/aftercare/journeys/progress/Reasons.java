package aftercare.journeys.progress;

import aftercare.schemas.MessageId;
import aftercare.schemas.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why each text was asked for that a patient got or was to get, by its message. */
@Repository
class Reasons {
    private final JdbcClient jdbc;

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a text is. */
    enum Kind {
        /** The journey planned it. */
        PLANNED,
        /** A questionnaire's next item, since the one before was answered. */
        NEXT_ITEM,
        /** The same question once more. */
        ASKED_AGAIN,
        /** An approved text that answers a question. */
        FIXED_ANSWER
    }

    /**
     * Why a text.
     *
     * @param event what it counts from
     * @param rule how it counts from there
     * @param eventAt when that was or will be
     */
    record Reason(
            MessageId messageId,
            Kind kind,
            String touchpoint,
            @Nullable String event,
            @Nullable String rule,
            @Nullable Instant eventAt,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer item,
            Instant askedAt) {}

    List<Reason> of(PatientId patient) {
        return jdbc.sql("""
                        SELECT r.message_id, 'PLANNED' AS kind, t.touchpoint, t.event, t.rule, t.anchor_at, t.opens_at, t.closes_at,
                               NULL::int AS item, r.requested_at AS asked_at
                          FROM request r JOIN touchpoint t ON t.id = r.touchpoint_id WHERE r.patient_id = :patient
                        UNION ALL
                        SELECT f.message_id, CASE WHEN f.again THEN 'ASKED_AGAIN' ELSE 'NEXT_ITEM' END, t.touchpoint, NULL, NULL, NULL,
                               NULL, NULL, f.item, f.asked_at
                          FROM further_question f JOIN touchpoint t ON t.id = f.touchpoint_id WHERE f.patient_id = :patient
                        UNION ALL
                        SELECT message_id, 'FIXED_ANSWER', topic, NULL, NULL, NULL, NULL, NULL, NULL, sent_at
                          FROM fixed_answer_sent WHERE patient_id = :patient
                         ORDER BY asked_at, message_id
                        """)
                .param("patient", patient.value())
                .query(Reasons::toReason)
                .list();
    }

    private static Reason toReason(ResultSet row, int number) throws SQLException {
        return new Reason(
                new MessageId(row.getObject("message_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("touchpoint"),
                row.getString("event"),
                row.getString("rule"),
                instant(row, "anchor_at"),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                row.getObject("item", Integer.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
