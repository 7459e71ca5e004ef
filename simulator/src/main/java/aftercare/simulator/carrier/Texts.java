package aftercare.simulator.carrier;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every text, both ways. */
@Component
public class Texts {
    private static final String SELECT = """
            SELECT t.sid, t.seq, t.phone_id, p.number, t.direction, t.line_number, t.body, t.media_count, t.segments, t.callback, t.status,
                   t.error_code, t.attempts, t.created_at, t.sent_at, t.updated_at, t.clinic_at
              FROM carrier_text t JOIN phone p ON p.id = t.phone_id
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Digests digests;
    private final MachineClock clock;
    private final ClinicClock clinicClock;

    Texts(JdbcClient jdbc, Sealer sealer, Digests digests, MachineClock clock, ClinicClock clinicClock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.digests = digests;
        this.clock = clock;
        this.clinicClock = clinicClock;
    }

    /** A text the clinic sends, not yet on its way. */
    Text addToPhone(Subscriber phone, String line, String body, @Nullable String callback) {
        return add(phone, Direction.TO_PHONE, line, body, 0, callback, Status.QUEUED);
    }

    /** A text somebody typed, not yet taken by the clinic. */
    Text addFromPhone(Subscriber phone, String line, String body, int mediaCount) {
        return add(phone, Direction.FROM_PHONE, line, body, mediaCount, null, Status.RECEIVING);
    }

    private Text add(
            Subscriber phone,
            Direction direction,
            String line,
            String body,
            int mediaCount,
            @Nullable String callback,
            Status status) {
        var sid = (mediaCount > 0 ? "MM" : "SM") + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
                        WITH added AS (
                            INSERT INTO carrier_text (sid, phone_id, direction, line_id, line_number, body, media_count, segments, callback,
                                                      status, settled, created_at, updated_at, clinic_at)
                            VALUES (:sid, :phone, :direction, :line, :lineNumber, :body, :media, :segments, :callback,
                                    :status, false, :now, :now, :clinicNow)
                            RETURNING seq)
                        UPDATE phone SET last_seq = greatest(last_seq, added.seq) FROM added WHERE phone.id = :phone
                        """)
                .param("sid", sid)
                .param("phone", phone.id())
                .param("direction", direction.name())
                .param("line", digests.of(line))
                .param("lineNumber", sealer.seal(line, sid, "line_number").sealed())
                .param("body", sealer.seal(body, sid, "body").sealed())
                .param("media", mediaCount)
                .param("segments", Segments.of(body))
                .param(
                        "callback",
                        callback == null
                                ? null
                                : sealer.seal(callback, sid, "callback").sealed())
                .param("status", status.name())
                .param("now", clock.instant().atOffset(UTC))
                .param("clinicNow", clinicClock.instant().atOffset(UTC))
                .update();
        return find(sid).orElseThrow();
    }

    Optional<Text> find(String sid) {
        return jdbc.sql(SELECT + "WHERE t.sid = :sid")
                .param("sid", sid)
                .query(this::toText)
                .optional();
    }

    /** The text is on its way: the carrier's list shows a date for it from here on. */
    Text moveOn(String sid, Status status, @Nullable Integer errorCode, boolean settled) {
        jdbc.sql("""
                        UPDATE carrier_text
                           SET status = :status, error_code = :error::integer, settled = :settled, updated_at = :now,
                               sent_at = coalesce(sent_at, :now), attempts = attempts + 1
                         WHERE sid = :sid
                        """)
                .param("status", status.name())
                .param("error", errorCode)
                .param("settled", settled)
                .param("now", clock.instant().atOffset(UTC))
                .param("sid", sid)
                .update();
        return find(sid).orElseThrow();
    }

    List<String> unsettled() {
        return jdbc.sql("SELECT sid FROM carrier_text WHERE NOT settled ORDER BY seq")
                .query((row, n) -> row.getString("sid"))
                .list();
    }

    /** The newest of a phone's texts, oldest first. */
    public List<Text> thread(String phoneId, int newest) {
        return jdbc.sql("SELECT * FROM (" + SELECT + """
                         WHERE t.phone_id = :phone ORDER BY t.seq DESC LIMIT :newest) AS newest
                         ORDER BY seq
                        """)
                .param("phone", phoneId)
                .param("newest", newest)
                .query(this::toText)
                .list();
    }

    /** The clinic number the phone's last text came from. */
    Optional<String> lastLine(String phoneId) {
        return jdbc.sql(SELECT + """
                         WHERE t.phone_id = :phone AND t.direction = 'TO_PHONE' AND t.status <> 'UNDELIVERED'
                         ORDER BY t.seq DESC LIMIT 1
                        """)
                .param("phone", phoneId)
                .query(this::toText)
                .optional()
                .map(Text::line);
    }

    /** The carrier's list, newest first. */
    List<Text> listed(Listing listing) {
        return jdbc.sql(SELECT + """
                         WHERE (:to::text IS NULL OR (t.direction = 'TO_PHONE' AND t.phone_id = :to)
                                                  OR (t.direction = 'FROM_PHONE' AND t.line_id = :to))
                           AND (:from::text IS NULL OR (t.direction = 'TO_PHONE' AND t.line_id = :from)
                                                    OR (t.direction = 'FROM_PHONE' AND t.phone_id = :from))
                           AND (:since::timestamptz IS NULL OR t.sent_at >= :since)
                           AND (:until::timestamptz IS NULL OR t.sent_at < :until)
                         ORDER BY t.seq DESC LIMIT :limit OFFSET :offset
                        """)
                .param("to", listing.to() == null ? null : digests.of(listing.to()))
                .param("from", listing.from() == null ? null : digests.of(listing.from()))
                .param("since", listing.since() == null ? null : listing.since().atOffset(UTC))
                .param("until", listing.until() == null ? null : listing.until().atOffset(UTC))
                .param("limit", listing.pageSize() + 1)
                .param("offset", (long) listing.page() * listing.pageSize())
                .query(this::toText)
                .list();
    }

    boolean blocked(String phoneId, String line) {
        return jdbc.sql("SELECT count(*) FROM carrier_block WHERE phone_id = :phone AND line_id = :line")
                        .param("phone", phoneId)
                        .param("line", digests.of(line))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void block(String phoneId, String line) {
        jdbc.sql("INSERT INTO carrier_block (phone_id, line_id) VALUES (:phone, :line) ON CONFLICT DO NOTHING")
                .param("phone", phoneId)
                .param("line", digests.of(line))
                .update();
    }

    void unblock(String phoneId, String line) {
        jdbc.sql("DELETE FROM carrier_block WHERE phone_id = :phone AND line_id = :line")
                .param("phone", phoneId)
                .param("line", digests.of(line))
                .update();
    }

    private Text toText(ResultSet row, int n) throws SQLException {
        var sid = row.getString("sid");
        var phoneId = row.getString("phone_id");
        var callback = row.getString("callback");
        return new Text(
                sid,
                row.getLong("seq"),
                phoneId,
                sealer.open(new Sealed(row.getString("number")), phoneId, "number"),
                Direction.valueOf(row.getString("direction")),
                sealer.open(new Sealed(row.getString("line_number")), sid, "line_number"),
                sealer.open(new Sealed(row.getString("body")), sid, "body"),
                row.getInt("media_count"),
                row.getInt("segments"),
                callback == null ? null : sealer.open(new Sealed(callback), sid, "callback"),
                Status.valueOf(row.getString("status")),
                row.getObject("error_code", Integer.class),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getObject("clinic_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
