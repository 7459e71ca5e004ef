package aftercare.messaging.readthrough;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * On a day of more than a thousand, decides of each reply that nobody has read or has before them whether it is read. What was read before
 * the day grew so long was certain to be read, so it stands for itself alone.
 */
@Service
class Sampling {
    private static final Logger log = LoggerFactory.getLogger(Sampling.class);
    private static final Duration BACK = Duration.ofDays(3);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final SamplePolicy policy;
    private final Duration alwaysAfterRisk;
    private final ZoneId zone;

    Sampling(JdbcClient jdbc, Sealer sealer, ReadThroughSettings settings, @Value("${clinic.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.policy = settings.samplePolicy();
        this.alwaysAfterRisk = settings.alwaysAfterRisk();
        this.zone = zone;
    }

    /** Returns how many replies it decided about. */
    @Transactional
    public int decide(Instant now, Instant machineNow) {
        if (policy.readsAll()) {
            return 0;
        }
        return daysSince(now.minus(BACK)).stream()
                .filter(day -> policy.appliesTo(day.replies()))
                .mapToInt(day -> decide(day, now, machineNow))
                .sum();
    }

    private int decide(Day day, Instant now, Instant machineNow) {
        var undecided = lockUndecided(day, machineNow);
        undecided.forEach(reply -> settle(
                reply.replyId(),
                policy.choose(sealer.lookup("read-through/" + reply.replyId()), reply.atRiskLately()),
                now));
        if (!undecided.isEmpty()) {
            log.atInfo()
                    .addKeyValue("day", day.date())
                    .addKeyValue("replies", day.replies())
                    .addKeyValue("decided", undecided.size())
                    .log("A sample of the day's routine replies is read");
        }
        return undecided.size();
    }

    private List<Day> daysSince(Instant since) {
        var first = since.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return jdbc.sql("""
                SELECT (received_at AT TIME ZONE :zone)::date AS day, count(*) AS replies FROM read_through
                 WHERE received_at >= :since GROUP BY day ORDER BY day
                """)
                .param("zone", zone.getId())
                .param("since", at(first))
                .query((row, n) -> new Day(row.getObject("day", LocalDate.class), row.getInt("replies")))
                .list();
    }

    private List<Undecided> lockUndecided(Day day, Instant machineNow) {
        return jdbc.sql("""
                SELECT t.reply_id,
                       EXISTS (SELECT FROM reply other
                                WHERE (other.line_id = r.line_id
                                       OR other.id IN (SELECT theirs.reply_id FROM reply_patient theirs
                                                         JOIN reply_patient these ON these.patient_id = theirs.patient_id
                                                        WHERE these.reply_id = r.id))
                                  AND (other.level IN ('CRISIS', 'CONCERN') OR other.unscreened_at IS NOT NULL)
                                  AND other.received_at >= r.received_at - make_interval(secs => :always)) AS at_risk
                  FROM read_through t JOIN reply r ON r.id = t.reply_id
                 WHERE t.received_at >= :from AND t.received_at < :to AND t.sampled_at IS NULL AND t.read_at IS NULL
                   AND (t.claimed_until IS NULL OR t.claimed_until <= :now)
                 LIMIT :limit FOR UPDATE OF t SKIP LOCKED
                """)
                .param("always", alwaysAfterRisk.toSeconds())
                .param("from", at(day.date().atStartOfDay(zone).toInstant()))
                .param("to", at(day.date().plusDays(1).atStartOfDay(zone).toInstant()))
                .param("now", at(machineNow))
                .param("limit", BATCH)
                .query((row, n) -> new Undecided(new ReplyId(uuid(row, "reply_id")), row.getBoolean("at_risk")))
                .list();
    }

    private void settle(ReplyId reply, SamplePolicy.Choice choice, Instant now) {
        jdbc.sql("UPDATE read_through SET left_out = :out, weight = :weight, sampled_at = :now WHERE reply_id = :reply")
                .param("out", !choice.read())
                .param("weight", choice.weight())
                .param("now", at(now))
                .param("reply", reply.value())
                .update();
    }

    private record Day(LocalDate date, int replies) {}

    private record Undecided(ReplyId replyId, boolean atRiskLately) {}
}
