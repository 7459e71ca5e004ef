package aftercare.escalation.paging;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.facts.Facts;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of texts to colleagues. One that may not have arrived is sent again: a page is at least once. */
@Repository
public class StaffTexts {
    private static final String NOTICE = "NOTICE";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;

    StaffTexts(JdbcClient jdbc, Sealer sealer, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.events = events;
    }

    /** Answers a colleague's text. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notice(StaffId staff, String words, Instant machineNow) {
        var id = UUID.randomUUID();
        insert(id, staff, NOTICE, sealer.seal(words, id, "words").sealed(), machineNow);
        ring(events);
    }

    static void ring(ApplicationEventPublisher events) {
        Facts.afterCommit(() -> events.publishEvent(new PagesWait()));
    }

    UUID page(StaffId staff, PageKind kind, Instant machineNow) {
        var id = UUID.randomUUID();
        insert(id, staff, kind.name(), null, machineNow);
        return id;
    }

    private void insert(UUID id, StaffId staff, String kind, @Nullable String words, Instant machineNow) {
        jdbc.sql("""
                INSERT INTO staff_text (id, staff_id, kind, words, state, created_at, due_at, token)
                VALUES (:id, :staff, :kind, :words, 'READY', :now, :now, :token)
                """)
                .param("id", id)
                .param("staff", staff.value())
                .param("kind", kind)
                .param("words", words)
                .param("now", at(machineNow))
                .param("token", sealer.lookup("page-status/" + id))
                .update();
    }

    /** Passes over rows another instance holds; a claim that outlives its lease is due again. */
    List<StaffText> claim(Instant machineNow, Duration lease, int limit) {
        return jdbc.sql("""
                UPDATE staff_text SET claimed_until = :until, attempts = attempts + 1
                 WHERE id IN (SELECT id FROM staff_text
                               WHERE state = 'READY' AND due_at <= :now AND coalesce(claimed_until, :now) <= :now
                               ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id, staff_id, kind, words, token, attempts
                """)
                .param("now", at(machineNow))
                .param("until", at(machineNow.plus(lease)))
                .param("limit", limit)
                .query(this::toText)
                .list();
    }

    /** The carrier took it. A receipt that overtook this news stands. */
    void sent(UUID id, String carrierId, Instant now, Instant machineNow) {
        jdbc.sql("""
                UPDATE staff_text
                   SET state = CASE state WHEN 'READY' THEN 'SENT' ELSE state END,
                       carrier_id = :carrierId, sent_at = :now, settled_at = :machineNow
                 WHERE id = :id
                """)
                .param("carrierId", carrierId)
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .param("id", id)
                .update();
    }

    /** It goes out again unless a receipt has come meanwhile. */
    void again(UUID id, Instant dueAt) {
        jdbc.sql("UPDATE staff_text SET due_at = :due, claimed_until = NULL WHERE id = :id AND state = 'READY'")
                .param("due", at(dueAt))
                .param("id", id)
                .update();
    }

    /** @return whether this was news */
    boolean settle(UUID id, String state, Instant machineNow) {
        return jdbc.sql("UPDATE staff_text SET state = :state, settled_at = :now WHERE id = :id AND state = 'READY'")
                        .param("state", state)
                        .param("now", at(machineNow))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** What became of a text that the carrier had taken; empty when there is no such text or this is old news. */
    Optional<UUID> receipt(String token, String state, Instant machineNow) {
        return jdbc.sql("""
                UPDATE staff_text SET state = :state, settled_at = :now
                 WHERE token = :token AND state IN ('READY', 'SENT')
                RETURNING id
                """)
                .param("state", state)
                .param("now", at(machineNow))
                .param("token", token)
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    int unsettled() {
        return jdbc.sql("SELECT count(*) FROM staff_text WHERE state = 'READY'")
                .query(Integer.class)
                .single();
    }

    /** Texts and pages that should have gone out since {@code before}. */
    int stuckSince(Instant before, Instant outageBefore) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM staff_text WHERE state = 'READY' AND created_at < :before)
                     + (SELECT count(*) FROM page WHERE text_id IS NULL AND created_at < :outageBefore)
                """)
                .param("before", at(before))
                .param("outageBefore", at(outageBefore))
                .query(Integer.class)
                .single();
    }

    private StaffText toText(ResultSet row, int n) throws SQLException {
        var id = uuid(row, "id");
        var words = textOrNull(row, "words");
        var kind = row.getString("kind");
        return new StaffText(
                id,
                new StaffId(row.getString("staff_id")),
                kind.equals(NOTICE) ? null : PageKind.valueOf(kind),
                words == null ? null : sealer.open(new Sealed(words), id, "words"),
                row.getString("token"),
                row.getInt("attempts"));
    }
}
