package aftercare.messaging.inbound;

import static aftercare.messaging.columns.Columns.array;
import static aftercare.messaging.columns.Columns.at;
import static aftercare.messaging.columns.Columns.uuid;

import aftercare.messaging.consent.Keyword;
import aftercare.messaging.lines.Line;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.ReplyId;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replies we took. A reply without a level is what closes the gate (S5). */
@Repository
class Replies {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    Replies(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * The reply this text already became. The carrier's id decides; its idempotency token only where there is no id, so that no fault of
     * the carrier can make one text hide another.
     */
    Optional<ReplyId> seen(InboundText text) {
        var carrierId = text.carrierId();
        if (carrierId != null) {
            return seen("SELECT id FROM reply WHERE carrier_id = :key", carrierId);
        }
        return Optional.ofNullable(text.idempotencyToken())
                .flatMap(token ->
                        seen("SELECT id FROM reply WHERE carrier_id IS NULL AND idempotency_token = :key", token));
    }

    private Optional<ReplyId> seen(String sql, String key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((row, n) -> new ReplyId(uuid(row, "id")))
                .optional();
    }

    void add(ReplyId id, Line line, InboundText text, Optional<Keyword> keyword, Instant now, Instant machineNow) {
        jdbc.sql("""
                INSERT INTO reply (id, no, line_id, carrier_id, idempotency_token, source, text, media_count, keyword,
                                   received_at, taken_at)
                VALUES (:id, nextval('deed'), :line, :carrier, :token, :source, :text, :media, :keyword, :now, :machineNow)
                """)
                .param("id", id.value())
                .param("line", line.id().value())
                .param("carrier", text.carrierId(), Types.VARCHAR)
                .param("token", text.idempotencyToken(), Types.VARCHAR)
                .param("source", text.source().name())
                .param("text", sealer.seal(text.body(), id, "text").sealed())
                .param("media", text.mediaCount())
                .param("keyword", keyword.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .update();
        jdbc.sql("INSERT INTO reply_patient (reply_id, patient_id) SELECT :id, unnest(:patients)")
                .param("id", id.value())
                .param("patients", array(line.patientIds()))
                .update();
    }
}
