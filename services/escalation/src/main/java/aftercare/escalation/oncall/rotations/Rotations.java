package aftercare.escalation.oncall.rotations;

import static aftercare.escalation.columns.Columns.array;
import static aftercare.escalation.columns.Columns.at;
import static aftercare.escalation.columns.Columns.texts;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.oncall.Duty;
import aftercare.escalation.oncall.Turns;
import aftercare.schemas.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of rotations, and the schedule of each with all that changes it. */
@Repository
public class Rotations implements Turns {
    private static final String COLUMNS = "SELECT id, name, participants, every, unit, starts_at, zone FROM rotation ";

    private final JdbcClient jdbc;
    private final TimesOff timesOff;
    private final Overrides overrides;
    private final Swaps swaps;
    private final Facts facts;
    private final ApplicationEventPublisher events;

    Rotations(
            JdbcClient jdbc,
            TimesOff timesOff,
            Overrides overrides,
            Swaps swaps,
            Facts facts,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.timesOff = timesOff;
        this.overrides = overrides;
        this.swaps = swaps;
        this.facts = facts;
        this.events = events;
    }

    List<Rotation> all() {
        return jdbc.sql(COLUMNS + "ORDER BY id").query(Rotations::toRotation).list();
    }

    Optional<Rotation> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(Rotations::toRotation)
                .optional();
    }

    /** Whoever changes what a rotation's schedule depends on holds it until the commit. */
    Optional<Rotation> lock(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(Rotations::toRotation)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Rotation rotation, String by, Instant now) {
        jdbc.sql("""
                INSERT INTO rotation (id, name, participants, every, unit, starts_at, zone)
                VALUES (:id, :name, :participants, :every, :unit, :starts, :zone)
                ON CONFLICT (id) DO UPDATE
                   SET name = excluded.name, participants = excluded.participants, every = excluded.every,
                       unit = excluded.unit, starts_at = excluded.starts_at, zone = excluded.zone
                """)
                .param("id", rotation.id())
                .param("name", rotation.name())
                .param("participants", array(rotation.participants()))
                .param("every", rotation.cadence().every())
                .param("unit", rotation.cadence().unit().name())
                .param("starts", rotation.startsAt())
                .param("zone", rotation.zone().getId())
                .update();
        changed(
                now,
                by,
                "RotationSaved",
                "rotation/" + rotation.id(),
                Map.of(
                        "participants",
                        rotation.participants().stream().map(StaffId::value).collect(Collectors.joining(",")),
                        "every",
                        rotation.cadence().every() + " " + rotation.cadence().unit(),
                        "startsAt",
                        rotation.startsAt() + " " + rotation.zone()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String id, String by, Instant now) {
        jdbc.sql("DELETE FROM rotation WHERE id = :id").param("id", id).update();
        changed(now, by, "RotationRemoved", "rotation/" + id, Map.of());
    }

    /** Somebody may have a turn now, or have none, who was told otherwise. */
    void changed(Instant now, String by, String what, String about, Map<String, String> why) {
        facts.record(now, by, what, about, why);
        events.publishEvent(new RotaChanged(now));
    }

    /** Of every rotation, with all that has a part in the interval. */
    public List<Schedule> schedules(Instant from, Instant until) {
        var off = timesOff.touching(from, until);
        var overriding = overrides.touching(from, until);
        var swapped = swaps.accepted(from, until);
        return all().stream()
                .map(rotation -> new Schedule(
                        rotation,
                        off,
                        swapped.stream()
                                .flatMap(swap -> swap.handings(rotation.id()))
                                .toList(),
                        overriding.stream()
                                .filter(override -> override.rotation().equals(rotation.id()))
                                .toList()))
                .toList();
    }

    @Override
    public Set<String> rotations() {
        return all().stream().map(Rotation::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Duty at(Instant now) {
        return duty(schedules(now, now.plusSeconds(1)), timesOff.touching(now, now.plusSeconds(1)), now);
    }

    @Override
    public List<Span> between(Instant from, Instant until) {
        var schedules = schedules(from, until);
        var off = timesOff.touching(from, until);
        var edges = new TreeSet<>(List.of(from, until));
        Stream.concat(
                        schedules.stream()
                                .flatMap(schedule -> schedule.between(from, until).stream())
                                .map(Shift::from),
                        off.stream().flatMap(one -> Stream.of(one.from(), one.until())))
                .filter(edge -> edge.isAfter(from) && edge.isBefore(until))
                .forEach(edges::add);
        return edges.headSet(until).stream()
                .map(edge -> new Span(edge, edges.higher(edge), duty(schedules, off, edge)))
                .toList();
    }

    private static Duty duty(List<Schedule> schedules, List<TimeOff> off, Instant at) {
        var turns = new HashMap<String, StaffId>();
        schedules.forEach(schedule -> {
            var who = schedule.at(at).who();
            if (who != null) {
                turns.put(schedule.rotation().id(), who);
            }
        });
        var away = new HashSet<StaffId>();
        off.stream().filter(one -> one.covers(at)).map(TimeOff::staff).forEach(away::add);
        return new Duty(turns, away);
    }

    private static Rotation toRotation(ResultSet row, int n) throws SQLException {
        return new Rotation(
                row.getString("id"),
                row.getString("name"),
                texts(row, "participants").stream().map(StaffId::new).toList(),
                new Cadence(row.getInt("every"), Cadence.Unit.valueOf(row.getString("unit"))),
                row.getObject("starts_at", LocalDateTime.class),
                ZoneId.of(row.getString("zone")));
    }
}
