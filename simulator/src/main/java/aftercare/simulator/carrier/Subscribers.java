package aftercare.simulator.carrier;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every phone that got or sent a text, the demo's own people, and those a person added. */
@Component
public class Subscribers {
    private static final String COLUMNS =
            "SELECT id, number, name, staff_place, refused_with, drops_receipts, call_fault, read_to FROM phone ";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Digests digests;
    private final MachineClock clock;
    private final CarrierSettings settings;
    private final ApplicationEventPublisher events;

    Subscribers(
            JdbcClient jdbc,
            Sealer sealer,
            Digests digests,
            MachineClock clock,
            CarrierSettings settings,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.digests = digests;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    @PostConstruct
    void addOwnPeople() {
        jdbc.sql("UPDATE phone SET staff_place = NULL WHERE staff_place IS NOT NULL")
                .update();
        var place = 0;
        for (var phone : settings.phones()) {
            var subscriber = at(new PhoneNumber(phone.number()));
            jdbc.sql("UPDATE phone SET staff_place = :place, name = :name WHERE id = :id")
                    .param("place", place++)
                    .param(
                            "name",
                            sealer.seal(phone.name(), subscriber.id(), "name").sealed())
                    .param("id", subscriber.id())
                    .update();
        }
    }

    /** The phone with this number; it is added when nobody knew it. */
    public Subscriber at(PhoneNumber number) {
        var id = digests.of(number.e164());
        return find(id).orElseGet(() -> add(id, number));
    }

    private Subscriber add(String id, PhoneNumber number) {
        jdbc.sql("INSERT INTO phone (id, number, added_at) VALUES (:id, :number, :at) ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("number", sealer.seal(number.e164(), id, "number").sealed())
                .param("at", clock.instant().atOffset(UTC))
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Subscriber> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(this::toSubscriber)
                .optional();
    }

    /** The demo's own people in their order, then the others that had texts last, in the order they came. */
    public List<Subscriber> shown(int others) {
        return jdbc.sql(COLUMNS + """
                         WHERE staff_place IS NOT NULL
                            OR id IN (SELECT id FROM phone WHERE staff_place IS NULL AND id <> ALL(:own) ORDER BY last_seq DESC, added_at DESC LIMIT :others)
                         ORDER BY staff_place NULLS LAST, added_at, id
                        """)
                .param("others", others)
                .param("own", own())
                .query(this::toSubscriber)
                .list();
    }

    public int count() {
        return jdbc.sql("SELECT count(*) FROM phone WHERE id <> ALL(:own)")
                .param("own", own())
                .query(Integer.class)
                .single();
    }

    /** The clinic's own numbers text each other too, and are nobody's phone. */
    private String[] own() {
        return settings.lines().values().stream()
                .map(line -> digests.of(line.number()))
                .toArray(String[]::new);
    }

    public void name(String id, String name) {
        change(
                id,
                "UPDATE phone SET name = :value WHERE id = :id",
                sealer.seal(name, id, "name").sealed());
    }

    /** From now on texts to this phone end with {@code code}; null mends it. */
    public void refuse(String id, @Nullable Integer code) {
        change(id, "UPDATE phone SET refused_with = :value::integer WHERE id = :id", code);
    }

    public void dropReceipts(String id, boolean drop) {
        change(id, "UPDATE phone SET drops_receipts = :value WHERE id = :id", drop);
    }

    /** From now on calls to this phone end so; null mends it. */
    public void failCalls(String id, @Nullable CallFault fault) {
        change(id, "UPDATE phone SET call_fault = :value::text WHERE id = :id", fault == null ? null : fault.name());
    }

    public void read(String id, long seq) {
        change(id, "UPDATE phone SET read_to = greatest(read_to, :value) WHERE id = :id", seq);
    }

    private void change(String id, String sql, @Nullable Object value) {
        jdbc.sql(sql).param("value", value).param("id", id).update();
        events.publishEvent(new PhoneChanged(id));
    }

    private Subscriber toSubscriber(ResultSet row, int n) throws SQLException {
        var id = row.getString("id");
        var name = row.getString("name");
        var fault = row.getString("call_fault");
        return new Subscriber(
                id,
                sealer.open(new Sealed(row.getString("number")), id, "number"),
                name == null ? null : sealer.open(new Sealed(name), id, "name"),
                row.getObject("staff_place", Integer.class) != null,
                row.getObject("refused_with", Integer.class),
                row.getBoolean("drops_receipts"),
                fault == null ? null : CallFault.valueOf(fault),
                row.getLong("read_to"));
    }
}
