package aftercare.simulator.alarms;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import jakarta.annotation.PostConstruct;
import java.time.OffsetDateTime;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operator's alarms. They ring from memory and are written down when the database answers: one of them may say that it is gone. */
@Component
public class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MachineClock clock;
    private final ClinicClock clinicClock;
    private final ApplicationEventPublisher events;
    private final Deque<Alarm> newestFirst = new ConcurrentLinkedDeque<>();
    private final Queue<Alarm> unwritten = new ConcurrentLinkedQueue<>();

    Alarms(
            JdbcClient jdbc,
            Sealer sealer,
            MachineClock clock,
            ClinicClock clinicClock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
        this.clinicClock = clinicClock;
        this.events = events;
    }

    @PostConstruct
    void recall() {
        newestFirst.addAll(jdbc.sql("SELECT id, at, clinic_at, alarm FROM operator_alarm ORDER BY at DESC LIMIT :shown")
                .param("shown", SHOWN)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Alarm(
                            id,
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getObject("clinic_at", OffsetDateTime.class).toInstant(),
                            sealer.open(new Sealed(row.getString("alarm")), id, "alarm"));
                })
                .list());
    }

    Alarm ring(String words) {
        var alarm = new Alarm(UUID.randomUUID(), clock.instant(), clinicClock.instant(), words);
        newestFirst.addFirst(alarm);
        unwritten.add(alarm);
        events.publishEvent(new AlarmRang());
        Thread.ofVirtual().name("alarm-writer").start(this::writeDown);
        return alarm;
    }

    private synchronized void writeDown() {
        try {
            for (var alarm = unwritten.peek(); alarm != null; alarm = unwritten.peek()) {
                write(alarm);
                unwritten.remove();
            }
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("error", e.getClass().getName())
                    .addKeyValue("unwritten", unwritten.size())
                    .log("Alarms rang and are not written down yet");
        }
    }

    private void write(Alarm alarm) {
        jdbc.sql("INSERT INTO operator_alarm (id, at, clinic_at, alarm) VALUES (:id, :at, :clinicAt, :alarm) ON CONFLICT DO NOTHING")
                .param("id", alarm.id())
                .param("at", alarm.at().atOffset(UTC))
                .param("clinicAt", alarm.clinicAt().atOffset(UTC))
                .param("alarm", sealer.seal(alarm.words(), alarm.id(), "alarm").sealed())
                .update();
    }

    /** The newest first. */
    public List<Alarm> newest() {
        return newestFirst.stream().limit(SHOWN).toList();
    }
}
