package aftercare.escalation.paging;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.atOrNull;
import static aftercare.escalation.columns.Columns.instant;
import static aftercare.escalation.columns.Columns.textOrNull;
import static aftercare.escalation.columns.Columns.uuid;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.oncall.ContactKind;
import aftercare.escalation.oncall.ContactMethod;
import aftercare.escalation.ways.PageKind;
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

/** The table of what is sent to colleagues. What may not have arrived is sent again: a page is at least once. */
@Repository
public class Dispatches {
    private static final String TRIAL = "TRIAL";
    private static final String NOTICE = "NOTICE";
    private static final String COLUMNS = "id, staff_id, way, kind, drill, words, token, attempts, trial_of";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;

    Dispatches(JdbcClient jdbc, Sealer sealer, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.events = events;
    }

    /** Answers a colleague's text. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notice(StaffId staff, String words, Instant machineNow) {
        insert(UUID.randomUUID(), staff, ContactKind.SMS, NOTICE, false, words, "READY", machineNow);
        ring(events);
    }

    static void ring(ApplicationEventPublisher events) {
        Facts.afterCommit(() -> events.publishEvent(new PagesWait()));
    }

    UUID page(StaffId staff, ContactKind way, PageKind kind, boolean drill, Instant machineNow) {
        var id = UUID.randomUUID();
        insert(id, staff, way, kind.name(), drill, null, "READY", machineNow);
        return id;
    }

    /** A page that only carries a code; whoever asks for it sends it, once. */
    Dispatch trial(ContactMethod of, String code, Instant machineNow) {
        var id = UUID.randomUUID();
        insert(id, of.staff(), of.kind(), TRIAL, false, code, "SENT", machineNow);
        jdbc.sql("UPDATE dispatch SET trial_of = :method WHERE id = :id")
                .param("method", of.id())
                .param("id", id)
                .update();
        return new Dispatch(id, of.staff(), of.kind(), null, false, code, token(id), 1, of.id());
    }

    /** Words that somebody asked for themselves, on their way already. */
    Dispatch sample(ContactMethod of, String words, Instant machineNow) {
        var id = UUID.randomUUID();
        insert(id, of.staff(), of.kind(), NOTICE, false, words, "SENT", machineNow);
        return new Dispatch(id, of.staff(), of.kind(), null, false, words, token(id), 1, null);
    }

    private void insert(
            UUID id,
            StaffId staff,
            ContactKind way,
            String kind,
            boolean drill,
            @Nullable String words,
            String state,
            Instant machineNow) {
        jdbc.sql("""
                INSERT INTO dispatch (id, staff_id, way, kind, drill, words, state, created_at, due_at, token)
                VALUES (:id, :staff, :way, :kind, :drill, :words, :state, :now, :now, :token)
                """)
                .param("id", id)
                .param("staff", staff.value())
                .param("way", way.name())
                .param("kind", kind)
                .param("drill", drill)
                .param(
                        "words",
                        words == null ? null : sealer.seal(words, id, "words").sealed())
                .param("state", state)
                .param("now", at(machineNow))
                .param("token", token(id))
                .update();
    }

    private String token(UUID id) {
        return sealer.lookup("page-status/" + id);
    }

    /** Passes over rows another instance holds; a claim that outlives its lease is due again. */
    List<Dispatch> claim(ContactKind way, Instant machineNow, Duration lease, int limit) {
        return jdbc.sql("""
                UPDATE dispatch SET claimed_until = :until, attempts = attempts + 1
                 WHERE id IN (SELECT id FROM dispatch
                               WHERE way = :way AND state = 'READY' AND due_at <= :now AND coalesce(claimed_until, :now) <= :now
                               ORDER BY drill, due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS)
                .param("way", way.name())
                .param("now", at(machineNow))
                .param("until", at(machineNow.plus(lease)))
                .param("limit", limit)
                .query(this::toDispatch)
                .list();
    }

    Optional<Dispatch> withToken(String token) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispatch WHERE token = :token")
                .param("token", token)
                .query(this::toDispatch)
                .optional();
    }

    /**
     * It was taken. A receipt that overtook this news stands.
     *
     * @param askAt when the carrier is asked what became of it, should it not tell
     */
    void sent(UUID id, String carrierId, @Nullable Instant askAt, Instant now, Instant machineNow) {
        jdbc.sql("""
                UPDATE dispatch
                   SET state = CASE state WHEN 'READY' THEN 'SENT' ELSE state END,
                       carrier_id = coalesce(carrier_id, :carrierId), ask_at = :askAt, sent_at = :now, settled_at = :machineNow
                 WHERE id = :id
                """)
                .param("carrierId", carrierId)
                .param("askAt", atOrNull(askAt))
                .param("now", at(now))
                .param("machineNow", at(machineNow))
                .param("id", id)
                .update();
    }

    /** It goes out again unless a receipt has come meanwhile. */
    void again(UUID id, Instant dueAt) {
        jdbc.sql("UPDATE dispatch SET due_at = :due, claimed_until = NULL WHERE id = :id AND state = 'READY'")
                .param("due", at(dueAt))
                .param("id", id)
                .update();
    }

    /** @return whether this was news */
    boolean settle(UUID id, String state, Instant machineNow) {
        return jdbc.sql("UPDATE dispatch SET state = :state, settled_at = :now WHERE id = :id AND state = 'READY'")
                        .param("state", state)
                        .param("now", at(machineNow))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** What became of a text that the carrier had taken; empty when there is no such text or this is old news. */
    Optional<UUID> receipt(String token, String state, Instant machineNow) {
        return jdbc.sql("""
                UPDATE dispatch SET state = :state, settled_at = :now
                 WHERE token = :token AND way = 'SMS' AND state IN ('READY', 'SENT')
                RETURNING id
                """)
                .param("state", state)
                .param("now", at(machineNow))
                .param("token", token)
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    /** Somebody, or a voicemail, picked up. Where an attempt was in doubt, this is the call that counts. */
    Optional<Dispatch> answered(String token, String carrierId, Instant askAt, Instant now) {
        return jdbc.sql("""
                UPDATE dispatch SET state = 'SENT', carrier_id = :carrierId, ask_at = :askAt, sent_at = coalesce(sent_at, :now)
                 WHERE token = :token AND way = 'VOICE' AND state IN ('READY', 'SENT', 'UNDELIVERED', 'GIVEN_UP')
                RETURNING\s""" + COLUMNS)
                .param("carrierId", carrierId)
                .param("askAt", at(askAt))
                .param("now", at(now))
                .param("token", token)
                .query(this::toDispatch)
                .optional();
    }

    /** A person pressed a key. */
    void heard(UUID id, Instant machineNow) {
        jdbc.sql(
                        "UPDATE dispatch SET state = 'DELIVERED', settled_at = :now WHERE id = :id AND state IN ('READY', 'SENT')")
                .param("now", at(machineNow))
                .param("id", id)
                .update();
    }

    /** When somebody picked up, what the call was about had been taken. */
    void moot(UUID id, Instant machineNow) {
        jdbc.sql("UPDATE dispatch SET state = 'MOOT', settled_at = :now WHERE id = :id AND state IN ('READY', 'SENT')")
                .param("now", at(machineNow))
                .param("id", id)
                .update();
    }

    /** A call ended and nobody had pressed a key; empty when somebody had, or when another call of the same page counts. */
    Optional<UUID> unheard(String token, @Nullable String carrierId, Instant machineNow) {
        return jdbc.sql("""
                UPDATE dispatch SET state = 'UNDELIVERED', settled_at = :now
                 WHERE token = :token AND way = 'VOICE' AND state IN ('READY', 'SENT')
                   AND (carrier_id IS NULL OR :carrierId::text IS NULL OR carrier_id = :carrierId)
                RETURNING id
                """)
                .param("carrierId", carrierId)
                .param("now", at(machineNow))
                .param("token", token)
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    /** Calls of whose end nobody has heard; each is asked about by one instance at a time. */
    List<Ringing> claimRinging(Instant machineNow, Duration again, int limit) {
        return jdbc.sql("""
                UPDATE dispatch SET ask_at = :again
                 WHERE id IN (SELECT id FROM dispatch WHERE way = 'VOICE' AND state = 'SENT' AND ask_at <= :now
                               ORDER BY ask_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING token, carrier_id, created_at
                """)
                .param("now", at(machineNow))
                .param("again", at(machineNow.plus(again)))
                .param("limit", limit)
                .query((row, n) ->
                        new Ringing(row.getString("token"), row.getString("carrier_id"), instant(row, "created_at")))
                .list();
    }

    int unsettled() {
        return jdbc.sql("SELECT count(*) FROM dispatch WHERE state = 'READY'")
                .query(Integer.class)
                .single();
    }

    /** What should have gone out since {@code before}. */
    int stuckSince(ContactKind way, Instant before) {
        return jdbc.sql("SELECT count(*) FROM dispatch WHERE way = :way AND state = 'READY' AND created_at < :before")
                .param("way", way.name())
                .param("before", at(before))
                .query(Integer.class)
                .single();
    }

    private Dispatch toDispatch(ResultSet row, int n) throws SQLException {
        var id = uuid(row, "id");
        var words = textOrNull(row, "words");
        var kind = row.getString("kind");
        return new Dispatch(
                id,
                new StaffId(row.getString("staff_id")),
                ContactKind.valueOf(row.getString("way")),
                kind.equals(NOTICE) || kind.equals(TRIAL) ? null : PageKind.valueOf(kind),
                row.getBoolean("drill"),
                words == null ? null : sealer.open(new Sealed(words), id, "words"),
                row.getString("token"),
                row.getInt("attempts"),
                row.getObject("trial_of", UUID.class));
    }

    record Ringing(String token, String carrierId, Instant since) {}
}
