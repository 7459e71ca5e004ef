package aftercare.journeys.progress;

import static java.time.ZoneOffset.UTC;

import aftercare.schemas.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who needs looking at, by ids: names are messaging's to know. */
@Repository
class PatientLists {
    private static final Duration LATELY = Duration.ofDays(14);

    private final JdbcClient jdbc;

    PatientLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One patient of a list.
     *
     * @param at when they fell, when they were last missed, or when they get the next text
     * @param what the rules that found something, or the touchpoints
     * @param visitAt the next visit that a text of theirs is about
     */
    record Row(
            PatientId patientId,
            Instant at,
            List<String> what,
            @Nullable Instant visitAt) {}

    record Page(int total, List<Row> rows) {}

    /** Whose scores the rules found low or falling in the last 14 days, the latest first. */
    Page fallen(Instant now, int skip, int limit) {
        return page("""
                SELECT patient_id, max(found_at) AS at, array_agg(DISTINCT rule) AS what, NULL::timestamptz AS visit_at
                  FROM low_mood, unnest(rules) AS rule WHERE found_at > :since
                 GROUP BY patient_id
                """, "at DESC, patient_id", now, skip, limit);
    }

    /** Who did not answer in the last 14 days and has not written since, the longest silent first. */
    Page silent(Instant now, int skip, int limit) {
        return page("""
                SELECT m.patient_id, min(m.missed_at) AS at, array_agg(DISTINCT m.touchpoint) AS what, NULL::timestamptz AS visit_at
                  FROM touchpoint m
                 WHERE m.missed_at > :since
                   AND NOT EXISTS (SELECT FROM touchpoint h WHERE h.patient_id = m.patient_id AND h.heard_at > m.missed_at)
                   AND NOT EXISTS (SELECT FROM answer a WHERE a.patient_id = m.patient_id AND a.answered_at > m.missed_at)
                 GROUP BY m.patient_id
                """, "at, patient_id", now, skip, limit);
    }

    /** Who gets a text next, the soonest first. */
    Page due(Instant now, int skip, int limit) {
        return page("""
                SELECT patient_id, min(opens_at) AS at,
                       ARRAY[(array_agg(touchpoint ORDER BY opens_at, touchpoint))[1]] AS what,
                       min(anchor_at) FILTER (WHERE appointment_id IS NOT NULL AND anchor_at > :now) AS visit_at
                  FROM touchpoint WHERE state = 'PLANNED' AND closes_at > :now
                 GROUP BY patient_id
                """, "at, patient_id", now, skip, limit);
    }

    private Page page(String rows, String order, Instant now, int skip, int limit) {
        int total = jdbc.sql("SELECT count(*) FROM (" + rows + ") AS rows")
                .param("since", now.minus(LATELY).atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query(Integer.class)
                .single();
        return new Page(
                total,
                jdbc.sql("SELECT * FROM (" + rows + ") AS rows ORDER BY " + order + " OFFSET :skip LIMIT :limit")
                        .param("since", now.minus(LATELY).atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .param("skip", skip)
                        .param("limit", limit)
                        .query(PatientLists::toRow)
                        .list());
    }

    private static Row toRow(ResultSet row, int number) throws SQLException {
        var visit = row.getObject("visit_at", OffsetDateTime.class);
        return new Row(
                new PatientId(row.getString("patient_id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("what").getArray()),
                visit == null ? null : visit.toInstant());
    }
}
