package aftercare.escalation.statistics;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;

import aftercare.escalation.cases.Disposition;
import aftercare.escalation.site.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counted where the rows are. Drills and canary cases are in no count. */
@Repository
class Statistics {
    private static final List<Disposition> FALSE_ALARMS = List.of(Disposition.NO_RISK_FOUND, Disposition.REACHED_NO_SI);
    private static final String PERIODS = """
            WITH timed AS (
                SELECT date_trunc('week', e.opened_at AT TIME ZONE :zone)::date AS week,
                       CASE WHEN (e.opened_at AT TIME ZONE :zone)::time >= :dayFrom
                             AND (e.opened_at AT TIME ZONE :zone)::time < :dayUntil THEN 'DAY' ELSE 'NIGHT' END AS shift,
                       e.state = 'RESOLVED' AS resolved,
                       e.state = 'RESOLVED' AND e.disposition <> :duplicate AS judged,
                       e.state = 'RESOLVED' AND e.disposition = ANY(:falseAlarms) AS false_alarm,
                       extract(epoch FROM (SELECT min(v.at) FROM case_event v
                                            WHERE v.escalation_id = e.id AND v.kind = 'Paged') - e.opened_at) AS first_page,
                       extract(epoch FROM (SELECT min(v.at) FROM case_event v
                                            WHERE v.escalation_id = e.id AND v.kind = 'Acknowledged') - e.opened_at) AS acknowledged,
                       extract(epoch FROM (SELECT min(n.at) FROM case_note n
                                            WHERE n.escalation_id = e.id AND n.kind = 'CALL') - e.opened_at) AS first_call,
                       extract(epoch FROM CASE WHEN e.state = 'RESOLVED' THEN e.resolved_at END - e.opened_at) AS resolution
                  FROM escalation e
                 WHERE e.origin = 'PATIENT' AND e.opened_at >= :from AND e.opened_at < :until)
            SELECT week, coalesce(shift, 'ALL') AS shift, count(*) AS cases,
                   count(*) FILTER (WHERE resolved) AS resolved,
                   count(*) FILTER (WHERE judged) AS judged,
                   count(*) FILTER (WHERE false_alarm) AS false_alarms,
                   count(first_page) AS first_page_count, max(first_page) AS first_page_max,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY first_page) AS first_page_p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY first_page) AS first_page_p90,
                   count(acknowledged) AS acknowledged_count, max(acknowledged) AS acknowledged_max,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY acknowledged) AS acknowledged_p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY acknowledged) AS acknowledged_p90,
                   count(first_call) AS first_call_count, max(first_call) AS first_call_max,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY first_call) AS first_call_p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY first_call) AS first_call_p90,
                   count(resolution) AS resolution_count, max(resolution) AS resolution_max,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY resolution) AS resolution_p50,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY resolution) AS resolution_p90
              FROM timed
             GROUP BY GROUPING SETS ((week, shift), (week), ())
             ORDER BY week NULLS FIRST, shift NULLS FIRST
            """;

    private static final String DAYS = """
            SELECT d.day::date AS day, coalesce(p.pages, 0) AS pages, coalesce(w.reviews, 0) AS reviews, coalesce(w.others, 0) AS others
              FROM generate_series(:first::date, :last::date, interval '1 day') AS d(day)
              LEFT JOIN (SELECT (v.at AT TIME ZONE :zone)::date AS day, count(*) AS pages
                           FROM case_event v JOIN escalation e ON e.id = v.escalation_id
                          WHERE v.kind = 'Paged' AND e.origin = 'PATIENT' AND v.at >= :from AND v.at < :until
                          GROUP BY 1) p ON p.day = d.day::date
              LEFT JOIN (SELECT (w.created_at AT TIME ZONE :zone)::date AS day,
                                count(*) FILTER (WHERE w.kind IN ('CONCERN', 'LATE_FINDING', 'REVIEW')) AS reviews,
                                count(*) FILTER (WHERE w.kind NOT IN ('CONCERN', 'LATE_FINDING', 'REVIEW')) AS others
                           FROM work_item w LEFT JOIN escalation e ON e.id = w.escalation_id
                          WHERE coalesce(e.origin, 'PATIENT') = 'PATIENT' AND w.created_at >= :from AND w.created_at < :until
                          GROUP BY 1) w ON w.day = d.day::date
             ORDER BY 1
            """;

    private final JdbcClient jdbc;
    private final Site site;
    private final StatisticsSettings settings;

    Statistics(JdbcClient jdbc, Site site, StatisticsSettings settings) {
        this.jdbc = jdbc;
        this.site = site;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    Report of(Span span) {
        var periods = periods(span);
        return new Report(span.from(), span.to(), periods.getFirst(), periods.subList(1, periods.size()), days(span));
    }

    /** The whole span first: it is there also when nothing happened. */
    private List<Period> periods(Span span) {
        return jdbc.sql(PERIODS)
                .param("zone", site.zone().getId())
                .param("dayFrom", settings.dayFrom())
                .param("dayUntil", settings.dayUntil())
                .param("duplicate", Disposition.DUPLICATE.name())
                .param("falseAlarms", array(FALSE_ALARMS))
                .param("from", startOf(span.from()))
                .param("until", startOf(span.to().plusDays(1)))
                .query(Statistics::toPeriod)
                .list();
    }

    private List<Day> days(Span span) {
        return jdbc.sql(DAYS)
                .param("first", span.from())
                .param("last", span.to())
                .param("zone", site.zone().getId())
                .param("from", startOf(span.from()))
                .param("until", startOf(span.to().plusDays(1)))
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("pages"),
                        row.getInt("reviews"),
                        row.getInt("others")))
                .list();
    }

    private OffsetDateTime startOf(LocalDate day) {
        return at(day.atStartOfDay(site.zone()).toInstant());
    }

    private static Period toPeriod(ResultSet row, int n) throws SQLException {
        var judged = row.getInt("judged");
        var falseAlarms = row.getInt("false_alarms");
        return new Period(
                row.getObject("week", LocalDate.class),
                row.getString("shift"),
                row.getInt("cases"),
                row.getInt("resolved"),
                judged,
                falseAlarms,
                judged == 0 ? null : (double) falseAlarms / judged,
                spread(row, "first_page"),
                spread(row, "acknowledged"),
                spread(row, "first_call"),
                spread(row, "resolution"));
    }

    private static Spread spread(ResultSet row, String what) throws SQLException {
        return new Spread(
                row.getInt(what + "_count"),
                seconds(row, what + "_p50"),
                seconds(row, what + "_p90"),
                seconds(row, what + "_max"));
    }

    private static @Nullable Long seconds(ResultSet row, String column) throws SQLException {
        var seconds = row.getDouble(column);
        return row.wasNull() ? null : Math.round(seconds);
    }
}
