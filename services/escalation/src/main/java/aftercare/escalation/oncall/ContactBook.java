package aftercare.escalation.oncall;

import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.atOrNull;

import aftercare.escalation.facts.Facts;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Enters and removes the ways people are reached by. Whatever is new or changed is unverified, whoever entered it. */
@Repository
class ContactBook {
    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Sealer sealer;
    private final Facts facts;
    private final ApplicationEventPublisher events;

    ContactBook(JdbcClient jdbc, Contacts contacts, Sealer sealer, Facts facts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.sealer = sealer;
        this.facts = facts;
        this.events = events;
    }

    /** @return empty when somebody has this address already */
    @Transactional
    public Optional<UUID> add(StaffId staff, ContactKind kind, String address, String by, Instant now) {
        return insert(staff, kind, address, null, by, now);
    }

    /** What needs no proof: a demo's people, and an answering service, which an admin vouches for. Entered again it stays one. */
    @Transactional
    public void vouch(StaffId staff, ContactKind kind, String address, String by, Instant now) {
        if (contacts.of(staff, kind)
                .filter(method -> method.address().equals(address))
                .isEmpty()) {
            insert(staff, kind, address, now, by, now);
        }
    }

    private Optional<UUID> insert(
            StaffId staff, ContactKind kind, String address, @Nullable Instant verifiedAt, String by, Instant now) {
        var id = UUID.randomUUID();
        var added = jdbc.sql("""
                INSERT INTO contact_method (id, staff_id, kind, address, address_lookup, verified_at, added_at)
                VALUES (:id, :staff, :kind, :address, :lookup, :verified, :now)
                ON CONFLICT (kind, address_lookup) DO NOTHING
                """)
                .param("id", id)
                .param("staff", staff.value())
                .param("kind", kind.name())
                .param("address", sealer.seal(address, id, "address").sealed())
                .param("lookup", sealer.lookup(address))
                .param("verified", atOrNull(verifiedAt))
                .param("now", at(now))
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        record(staff, kind, "ContactMethodAdded", by, now);
        return Optional.of(id);
    }

    /** @return false when somebody has this address already */
    @Transactional
    public boolean change(ContactMethod method, String address, String by, Instant now) {
        var changed = jdbc.sql("""
                UPDATE contact_method
                   SET address = :address, address_lookup = :lookup, verified_at = NULL, code_lookup = NULL, added_at = :now
                 WHERE id = :id AND NOT EXISTS (SELECT FROM contact_method
                                                 WHERE kind = :kind AND address_lookup = :lookup AND id <> :id)
                """)
                        .param(
                                "address",
                                sealer.seal(address, method.id(), "address").sealed())
                        .param("lookup", sealer.lookup(address))
                        .param("now", at(now))
                        .param("id", method.id())
                        .param("kind", method.kind().name())
                        .update()
                > 0;
        if (changed) {
            record(method.staff(), method.kind(), "ContactMethodChanged", by, now);
        }
        return changed;
    }

    @Transactional
    public void remove(ContactMethod method, String by, Instant now) {
        jdbc.sql("DELETE FROM contact_method WHERE id = :id")
                .param("id", method.id())
                .update();
        record(method.staff(), method.kind(), "ContactMethodRemoved", by, now);
    }

    private void record(StaffId staff, ContactKind kind, String what, String by, Instant now) {
        facts.record(now, by, what, "staff/" + staff, Map.of("kind", kind.name()));
        Facts.afterCommit(() -> events.publishEvent(new StaffChanged()));
    }
}
