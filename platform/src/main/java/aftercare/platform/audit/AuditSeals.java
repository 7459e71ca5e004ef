package aftercare.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals entries into a chain and checks it. Entries commit out of the order of their ids, so the chain has an order of its own: an entry
 * waits in {@code audit_unsealed}, visible with its transaction's commit, until it takes the next place.
 */
public class AuditSeals {
    private static final String BEFORE_THE_FIRST = "";
    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    AuditSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a check of the whole trail found. */
    public sealed interface Verification {
        /** Every entry is as it was sealed, or waits to be sealed. */
        record Intact(long sealedEntries) implements Verification {}

        /** The first entry, in the order of sealing, that was changed, removed, or put in without a seal. */
        record Broken(long entryId) implements Verification {}
    }

    private record Seal(long place, String hash) {}

    private record Sealed(
            long place, String hash, long entryId, @Nullable AuditEntry entry) {}

    /** Seals what waits; returns how many entries it sealed. */
    @Transactional
    public int sealWaiting() {
        if (!isAnyWaiting()) {
            return 0;
        }
        lockChain();
        var last = last();
        var waiting = takeWaiting();
        for (var entry : waiting) {
            last = new Seal(last.place() + 1, entry.sealAfter(last.hash()));
            write(last, entry.id());
        }
        return waiting.size();
    }

    private boolean isAnyWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM audit_unsealed)")
                .query(Boolean.class)
                .single();
    }

    private void lockChain() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.audit_seal'), 0)")
                .query((row, _) -> true)
                .single();
    }

    private Seal last() {
        return jdbc.sql("SELECT place, hash FROM audit_seal ORDER BY place DESC LIMIT 1")
                .query((row, _) -> new Seal(row.getLong("place"), row.getString("hash")))
                .optional()
                .orElse(new Seal(0, BEFORE_THE_FIRST));
    }

    private List<AuditEntry> takeWaiting() {
        return jdbc.sql("""
                WITH taken AS (DELETE FROM audit_unsealed
                                WHERE entry_id IN (SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT :limit)
                               RETURNING entry_id)
                SELECT id, at, who, what, about, why FROM audit_entry JOIN taken ON id = entry_id ORDER BY id
                """)
                .param("limit", BATCH)
                .query((row, _) -> toEntry(row))
                .list();
    }

    private void write(Seal seal, long entryId) {
        jdbc.sql("INSERT INTO audit_seal (place, entry_id, hash) VALUES (:place, :entryId, :hash)")
                .param("place", seal.place())
                .param("entryId", entryId)
                .param("hash", seal.hash())
                .update();
    }

    /** Walks the chain and names the first broken entry. Seals cut off at the end together with their entries leave no gap to see. */
    @Transactional(readOnly = true)
    public Verification verify() {
        var last = new Seal(0, BEFORE_THE_FIRST);
        while (true) {
            var batch = sealedAfter(last.place());
            if (batch.isEmpty()) {
                break;
            }
            for (var sealed : batch) {
                if (isBroken(sealed, last)) {
                    return new Verification.Broken(sealed.entryId());
                }
                last = new Seal(sealed.place(), sealed.hash());
            }
        }
        var sealedEntries = last.place();
        return smuggledIn()
                .<Verification>map(Verification.Broken::new)
                .orElseGet(() -> new Verification.Intact(sealedEntries));
    }

    private static boolean isBroken(Sealed sealed, Seal last) {
        return sealed.entry() == null
                || sealed.place() != last.place() + 1
                || !Objects.equals(sealed.hash(), sealed.entry().sealAfter(last.hash()));
    }

    private List<Sealed> sealedAfter(long place) {
        return jdbc.sql("""
                SELECT place, hash, entry_id, id, at, who, what, about, why
                  FROM audit_seal LEFT JOIN audit_entry ON id = entry_id
                 WHERE place > :place ORDER BY place LIMIT :limit
                """)
                .param("place", place)
                .param("limit", BATCH)
                .query((row, _) -> new Sealed(
                        row.getLong("place"),
                        row.getString("hash"),
                        row.getLong("entry_id"),
                        row.getObject("id") == null ? null : toEntry(row)))
                .list();
    }

    private Optional<Long> smuggledIn() {
        return jdbc.sql("""
                SELECT id FROM audit_entry
                 WHERE NOT EXISTS (SELECT FROM audit_seal WHERE entry_id = id)
                   AND NOT EXISTS (SELECT FROM audit_unsealed WHERE entry_id = id)
                 ORDER BY id LIMIT 1
                """).query(Long.class).optional();
    }

    private static AuditEntry toEntry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("about"),
                row.getString("why"));
    }
}
