package aftercare.escalation.oncall;

import aftercare.escalation.facts.Facts;
import aftercare.schemas.StaffId;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes accounts. Whoever left can't be paged, has no turns, no cases and no way to sign in; what they did keeps their id. */
@Service
class Departures {
    private final JdbcClient jdbc;
    private final StaffRoster roster;
    private final Personnel personnel;
    private final Policies policies;
    private final Leavers leavers;
    private final Facts facts;
    private final ApplicationEventPublisher events;

    Departures(
            JdbcClient jdbc,
            StaffRoster roster,
            Personnel personnel,
            Policies policies,
            Leavers leavers,
            Facts facts,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.personnel = personnel;
        this.policies = policies;
        this.leavers = leavers;
        this.facts = facts;
        this.events = events;
    }

    /** What became of it. */
    enum Departure {
        DONE,
        NO_SUCH_COLLEAGUE,
        NO_DIRECTOR_LEFT
    }

    @Transactional
    public Departure leave(StaffId staff, String by, Instant now) {
        personnel.lock();
        if (roster.find(staff).isEmpty()) {
            return Departure.NO_SUCH_COLLEAGUE;
        }
        if (personnel.isLastDirector(staff)) {
            return Departure.NO_DIRECTOR_LEFT;
        }
        policies.drop(staff, by, now);
        if (!Staff.isAnsweringService(staff)) {
            leavers.add(staff, now);
            events.publishEvent(new StaffLeft(staff, by, now));
        }
        jdbc.sql("DELETE FROM staff WHERE id = :id").param("id", staff.value()).update();
        facts.record(now, by, "StaffLeft", "staff/" + staff, Map.of());
        Facts.afterCommit(() -> events.publishEvent(new StaffChanged()));
        return Departure.DONE;
    }
}
