package aftercare.journeys.rates;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rates per touchpoint, counted from what was asked for, what became of it, and what patients did then. */
@Repository
public class Rates {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;

    Rates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Touchpoints of which something was sent in the span, by name. A questionnaire's later items are questions of its touchpoint. */
    List<Rate> between(Instant from, Instant until) {
        return jdbc.sql("""
                        WITH sent AS (
                            SELECT t.id, t.touchpoint, t.patient_id, t.heard_at, r.question_id, r.requested_at
                              FROM request r JOIN touchpoint t ON t.id = r.touchpoint_id AND t.message_id = r.message_id
                             WHERE r.requested_at >= :from AND r.requested_at < :until
                               AND t.state IN ('SENDING', 'UNCERTAIN', 'SENT', 'UNDELIVERED', 'DELIVERED'))
                        SELECT touchpoint, count(*) AS sent, count(question_id) AS asked,
                               count(*) FILTER (WHERE question_id IS NOT NULL AND (heard_at IS NOT NULL
                                   OR EXISTS (SELECT FROM answer a WHERE a.question_id = sent.question_id))) AS answered,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT FROM fact f WHERE f.patient_id = sent.patient_id AND f.kind = 'CONSENT'
                                      AND f.body ->> 'granted' = 'false'
                                      AND (f.body ->> 'at')::timestamptz >= sent.requested_at
                                      AND (f.body ->> 'at')::timestamptz < sent.requested_at + interval '24 hours')) AS opted_out,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT FROM risk_answer n WHERE n.question_id = sent.question_id)
                                   OR EXISTS (SELECT FROM further_question q JOIN risk_answer n USING (question_id)
                                               WHERE q.patient_id = sent.patient_id AND q.touchpoint_id = sent.id)) AS item_nine
                          FROM sent GROUP BY touchpoint ORDER BY touchpoint
                        """)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, number) -> new Rate(
                        row.getString("touchpoint"),
                        row.getInt("sent"),
                        row.getInt("asked"),
                        row.getInt("answered"),
                        row.getInt("opted_out"),
                        row.getInt("item_nine")))
                .list();
    }

    /** Several touchpoints together, in the year before {@code now}. */
    public Rate ofAll(Collection<String> touchpoints, Instant now) {
        return touchpoints.isEmpty()
                ? new Rate("", 0, 0, 0, 0, 0)
                : between(now.minus(A_YEAR), now).stream()
                        .filter(rate -> touchpoints.contains(rate.touchpoint()))
                        .reduce(new Rate("", 0, 0, 0, 0, 0), Rate::plus);
    }
}
