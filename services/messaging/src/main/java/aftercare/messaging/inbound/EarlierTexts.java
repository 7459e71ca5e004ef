package aftercare.messaging.inbound;

import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.instant;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.Sealed;
import aftercare.schemas.messaging.Question;
import aftercare.schemas.messaging.Sender;
import aftercare.schemas.messaging.ThreadText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was said before a reply, so that screening reads a thought that was split over several texts as one. */
@Repository
public class EarlierTexts {
    private static final Duration BACK = Duration.ofMinutes(15);
    private static final int MOST = 40;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;

    EarlierTexts(JdbcClient jdbc, Sealer sealer, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
    }

    /**
     * A moment on a line.
     *
     * @param no only deeds of the line before this one had happened
     */
    public record Moment(Instant at, long no) {
        public static Moment now(Instant now) {
            return new Moment(now, Long.MAX_VALUE);
        }
    }

    /** The clinic's last question and both sides' texts of the last 15 minutes, oldest first, sealed for the event that will carry them. */
    public List<ThreadText> before(LineId line, UUID event, Moment moment) {
        var thread = new ArrayList<ThreadText>();
        for (var text : texts(line, moment)) {
            var words = sealer.open(text.words(), text.id(), "text");
            thread.add(new ThreadText(text.from(), sealer.seal(words, event, "thread/" + thread.size()), text.at()));
        }
        return thread;
    }

    /** The newest question that was still open then: asked, not answered, and within its time. */
    public Optional<Question> openQuestion(LineId line, Moment moment) {
        return jdbc.sql("""
                SELECT question FROM message
                 WHERE line_id = :line AND question IS NOT NULL AND answerable_until > :at
                   AND (answered_at IS NULL OR answered_at > :at)
                   AND state NOT IN ('QUEUED', 'SKIPPED', 'REFUSED') AND sending_no < :no
                 ORDER BY sending_at DESC LIMIT 1
                """)
                .param("line", line.value())
                .param("at", at(moment.at()))
                .param("no", moment.no())
                .query(String.class)
                .optional()
                .map(question -> json.readValue(question, Question.class));
    }

    private List<Text> texts(LineId line, Moment moment) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT 'PATIENT' AS sender, id, text, received_at AS at FROM reply
                     WHERE line_id = :line AND received_at >= :since AND no < :no
                    UNION ALL
                    SELECT 'CLINIC', id, text, sending_at FROM message
                     WHERE line_id = :line AND state NOT IN ('QUEUED', 'SKIPPED', 'REFUSED') AND sending_no < :no
                       AND (sending_at >= :since
                            OR id = (SELECT id FROM message
                                      WHERE line_id = :line AND question IS NOT NULL AND sending_no < :no
                                        AND state NOT IN ('QUEUED', 'SKIPPED', 'REFUSED')
                                      ORDER BY sending_at DESC LIMIT 1))
                    ORDER BY at DESC LIMIT :most) AS latest
                 ORDER BY at
                """)
                .param("line", line.value())
                .param("since", at(moment.at().minus(BACK)))
                .param("no", moment.no())
                .param("most", MOST)
                .query((row, n) -> new Text(
                        Sender.valueOf(row.getString("sender")),
                        uuid(row, "id"),
                        new Sealed(row.getString("text")),
                        instant(row, "at")))
                .list();
    }

    private record Text(Sender from, UUID id, Sealed words, Instant at) {}
}
