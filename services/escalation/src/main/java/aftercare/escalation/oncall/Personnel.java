package aftercare.escalation.oncall;

import aftercare.escalation.facts.Facts;
import aftercare.platform.access.Role;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters people and answering services together with a first way to reach them. */
@Service
class Personnel {
    private final StaffRoster roster;
    private final ContactBook book;
    private final Contacts contacts;
    private final Leavers leavers;
    private final Facts facts;

    Personnel(StaffRoster roster, ContactBook book, Contacts contacts, Leavers leavers, Facts facts) {
        this.roster = roster;
        this.book = book;
        this.contacts = contacts;
        this.leavers = leavers;
        this.facts = facts;
    }

    /** What became of an entry. */
    enum Entry {
        DONE,
        NUMBER_TAKEN,
        NO_DIRECTOR_LEFT
    }

    /** A number they don't have yet is entered for texts and for calls, and is theirs to verify. Nothing of an entry that is refused stays. */
    @Transactional
    public Entry enter(StaffId id, String name, @Nullable String number, Set<Role> roles, String by, Instant now) {
        lock();
        var staff = new Staff(id, name, number, roles);
        if (!staff.isDirector() && isLastDirector(id)) {
            return Entry.NO_DIRECTOR_LEFT;
        }
        if (number != null && belongsToAnother(number, id)) {
            return Entry.NUMBER_TAKEN;
        }
        roster.put(staff, by, now);
        leavers.remove(id);
        if (number != null) {
            addUnlessThere(id, ContactKind.SMS, number, by, now);
            addUnlessThere(id, ContactKind.VOICE, number, by, now);
        }
        return Entry.DONE;
    }

    /** One of a demo's people, whose phones exist as numbers only. */
    @Transactional
    public void enterVouched(Staff staff, String by, Instant now) {
        roster.put(staff, by, now);
        var number = staff.number();
        if (number != null) {
            book.vouch(staff.id(), ContactKind.SMS, number, by, now);
            book.vouch(staff.id(), ContactKind.VOICE, number, by, now);
        }
    }

    /** An outside number that always answers; an admin vouches for it. */
    @Transactional
    public Entry enterAnsweringService(StaffId id, String name, String number, String by, Instant now) {
        if (belongsToAnother(number, id)) {
            return Entry.NUMBER_TAKEN;
        }
        roster.put(new Staff(id, name, null, Set.of()), by, now);
        contacts.all(id).stream()
                .filter(method -> !method.address().equals(number))
                .forEach(method -> book.remove(method, by, now));
        book.vouch(id, ContactKind.VOICE, number, by, now);
        return Entry.DONE;
    }

    /** Two who change who works here wait for each other: or both of two directors could go at once. */
    void lock() {
        facts.lockKeys(List.of("staff"));
    }

    boolean isLastDirector(StaffId id) {
        var directors =
                roster.all().stream().filter(Staff::isDirector).map(Staff::id).toList();
        return directors.size() == 1 && directors.contains(id);
    }

    private boolean belongsToAnother(String number, StaffId id) {
        return contacts.holders(number).stream().anyMatch(holder -> !holder.equals(id));
    }

    private void addUnlessThere(StaffId id, ContactKind kind, String number, String by, Instant now) {
        if (contacts.all(id).stream()
                .noneMatch(method -> method.kind() == kind && method.address().equals(number))) {
            book.add(id, kind, number, by, now);
        }
    }
}
