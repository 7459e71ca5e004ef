package aftercare.escalation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two weeks of a clinic that was: what is counted, and what is not. */
class StatisticsIT {
    private static final ZoneId CLINIC = ZoneId.of("America/New_York");
    private static final String MARCH = "?from=2023-03-06&to=2023-03-19";
    private static Clinic clinic;

    @BeforeAll
    static void open() {
        clinic = Clinic.open(Map.of());
        // Monday's day shift: pages after 10 and 30 s, taken after 1 and 3 min.
        opened("2023-03-06T08:00").paged(10).taken(60).called(300).resolved(3600, "REACHED_NO_SI");
        opened("2023-03-06T18:59").paged(30).taken(180).resolved(7200, "REACHED_PASSIVE_SI");
        // The night on which the clocks went forward; never called, and a duplicate says nothing of false alarms.
        opened("2023-03-12T03:30").paged(20).taken(600).resolved(1800, "DUPLICATE");
        // The next week: still open.
        opened("2023-03-14T19:00").paged(40);
        opened("2023-03-15T12:00").of("DRILL").paged(1).taken(2).resolved(3, "REACHED_NO_SI");
        opened("2023-03-15T13:00").of("CANARY").paged(1).taken(2).resolved(3, "REACHED_NO_SI");
        work("2023-03-07T09:00", "CONCERN");
        work("2023-03-07T23:30", "LATE_FINDING");
        work("2023-03-07T10:00", "REQUEST");
    }

    @AfterAll
    static void close() {
        clinic.service().getBean(JdbcClient.class).sql("""
                UPDATE escalation SET state = 'RESOLVED', resolved_by = 'rosa', resolved_at = opened_at, disposition = 'DUPLICATE'
                 WHERE state <> 'RESOLVED'
                """).update();
        clinic.close();
    }

    @Test
    void times_are_told_by_week_and_shift_with_median_ninetieth_and_longest() {
        var day = week("2023-03-06", "DAY");

        assertThat(day).containsEntry("cases", 2).containsEntry("resolved", 2).containsEntry("falseAlarms", 1);
        assertThat(day.get("falseAlarmShare")).isEqualTo(0.5);
        assertThat(day.get("firstPage")).isEqualTo(Map.of("count", 2, "p50", 20, "p90", 28, "max", 30));
        assertThat(day.get("acknowledged")).isEqualTo(Map.of("count", 2, "p50", 120, "p90", 168, "max", 180));
        assertThat(day.get("firstCall")).isEqualTo(Map.of("count", 1, "p50", 300, "p90", 300, "max", 300));
        assertThat(day.get("resolution")).isEqualTo(Map.of("count", 2, "p50", 5400, "p90", 6840, "max", 7200));
    }

    @Test
    void a_case_of_the_night_the_clocks_change_belongs_to_that_night_and_week() {
        var night = week("2023-03-06", "NIGHT");

        assertThat(night).containsEntry("cases", 1).containsEntry("judged", 0).containsEntry("falseAlarmShare", null);
        assertThat(night.get("firstCall")).hasToString("{count=0, p50=null, p90=null, max=null}");
        assertThat(week("2023-03-06", "ALL")).containsEntry("cases", 3);
    }

    @Test
    void what_is_still_open_has_no_resolution_and_drills_and_canaries_are_not_counted() {
        var night = week("2023-03-13", "NIGHT");

        assertThat(night).containsEntry("cases", 1).containsEntry("resolved", 0);
        assertThat(night.get("acknowledged")).hasToString("{count=0, p50=null, p90=null, max=null}");
        assertThat(weeks()).noneMatch(week -> "2023-03-13".equals(week.get("week")) && "DAY".equals(week.get("shift")));
        assertThat(all(MARCH).get("cases")).isEqualTo(4);
        assertThat(all(MARCH).get("week")).isNull();
    }

    @Test
    void pages_and_reviews_are_told_for_each_day_also_where_there_were_none() {
        var days = (List<?>)
                requireNonNull(clinic.as("rosa").one("/v1/statistics" + MARCH).get("days"));

        assertThat(days).hasSize(14);
        assertThat(days.getFirst())
                .isEqualTo(Map.of("day", "2023-03-06", "pages", 2, "reviewItems", 0, "otherWork", 0));
        assertThat(days.get(1)).isEqualTo(Map.of("day", "2023-03-07", "pages", 0, "reviewItems", 2, "otherWork", 1));
        assertThat(days.get(9)).isEqualTo(Map.of("day", "2023-03-15", "pages", 0, "reviewItems", 0, "otherWork", 0));
    }

    @Test
    void the_same_comes_as_a_table_for_a_spreadsheet() {
        var table = clinic.as("nobody").get("/v1/statistics.csv" + MARCH);

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body().lines().toList())
                .startsWith(
                        "period,from,shift,cases,resolved,judged,false_alarms,false_alarm_share,first_page_count,first_page_p50,"
                                + "first_page_p90,first_page_max,acknowledged_count,acknowledged_p50,acknowledged_p90,acknowledged_max,"
                                + "first_call_count,first_call_p50,first_call_p90,first_call_max,resolution_count,resolution_p50,"
                                + "resolution_p90,resolution_max,pages,review_items,other_work")
                .contains("week,2023-03-06,DAY,2,2,2,1,0.5,2,20,28,30,2,120,168,180,1,300,300,300,2,5400,6840,7200,,,")
                .contains("day,2023-03-07,ALL,,,,,,,,,,,,,,,,,,,,,,0,2,1");
    }

    @Test
    void an_empty_span_is_an_answer_and_a_senseless_one_says_how_to_mend_it() {
        assertThat(all("?from=2001-01-01&to=2001-01-02").get("cases")).isEqualTo(0);

        var backwards = clinic.as("rosa").get("/v1/statistics?from=2023-03-02&to=2023-03-01");
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body()).contains("span-backwards", "Swap from and to");
        assertThat(clinic.as("rosa").get("/v1/statistics?from=2001-01-01").status())
                .isEqualTo(422);
        assertThat(clinic.as("stranger").get("/v1/statistics").status()).isEqualTo(403);
        assertThat(clinic.as("rosa").get("/v1/statistics").status()).isEqualTo(200);
    }

    private static List<Map<String, Object>> weeks() {
        @SuppressWarnings("unchecked")
        var weeks = (List<Map<String, Object>>)
                requireNonNull(clinic.as("rosa").one("/v1/statistics" + MARCH).get("weeks"));
        return weeks;
    }

    private static Map<?, ?> all(String span) {
        return (Map<?, ?>)
                requireNonNull(clinic.as("rosa").one("/v1/statistics" + span).get("all"));
    }

    private static Map<String, Object> week(String monday, String shift) {
        return weeks().stream()
                .filter(week -> monday.equals(week.get("week")) && shift.equals(week.get("shift")))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CLINIC).toInstant();
    }

    private static Past opened(String local) {
        var past = new Past(UUID.randomUUID(), at(local));
        past.run("""
                INSERT INTO escalation (id, line_id, line_ids, patient_ids, cause, code, opened_at, state)
                VALUES (:id, :id, ARRAY[CAST(:id AS uuid)], '{}', 'CRISIS', 'A2', :at, 'OPEN')
                """, Duration.ZERO, "");
        return past;
    }

    private static void work(String local, String kind) {
        new Past(UUID.randomUUID(), at(local)).run("""
                INSERT INTO work_item (id, subject, kind, topic, patient_ids, created_at, due_at, closed_at, closed_by)
                VALUES (:id, 'statistics/' || :id, :words, 'T10', '{}', :at, :at, :at, 'rosa')
                """, Duration.ZERO, kind);
    }

    private record Past(UUID id, Instant openedAt) {
        Past of(String origin) {
            return run("UPDATE escalation SET origin = :words WHERE id = :id", Duration.ZERO, origin);
        }

        Past paged(int seconds) {
            return event(seconds, "Paged");
        }

        Past taken(int seconds) {
            return event(seconds, "Acknowledged");
        }

        Past called(int seconds) {
            return run("""
                    INSERT INTO case_note (id, escalation_id, at, who, kind, words)
                    VALUES (gen_random_uuid(), :id, :at, 'rosa', 'CALL', :words)
                    """, Duration.ofSeconds(seconds), "sealed");
        }

        Past resolved(int seconds, String disposition) {
            return run("""
                    UPDATE escalation SET state = 'RESOLVED', resolved_by = 'rosa', resolved_at = :at, disposition = :words
                     WHERE id = :id
                    """, Duration.ofSeconds(seconds), disposition);
        }

        private Past event(int seconds, String kind) {
            return run("""
                    INSERT INTO case_event (escalation_id, at, kind, who, detail) VALUES (:id, :at, :words, 'rosa', '{}')
                    """, Duration.ofSeconds(seconds), kind);
        }

        Past run(String sql, Duration after, String words) {
            clinic.service()
                    .getBean(JdbcClient.class)
                    .sql(sql)
                    .param("id", id)
                    .param("at", openedAt.plus(after).atOffset(ZoneOffset.UTC))
                    .param("words", words)
                    .update();
            return this;
        }
    }
}
