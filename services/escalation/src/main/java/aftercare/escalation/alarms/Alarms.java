package aftercare.escalation.alarms;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Raises alarms by every route at once and again while they last (S10). Needs neither the database nor the broker, and never blocks. */
@Component
public class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final List<AlarmRoute> routes;
    private final ObjectProvider<AlarmRecord> records;
    private final AlarmSettings settings;
    private final ClinicClock clock;
    private final MachineClock machineClock;
    private final ConcurrentHashMap<Subject, Instant> raised = new ConcurrentHashMap<>();

    /** The record is fetched when needed: what it writes to may raise alarms itself. */
    Alarms(
            List<AlarmRoute> routes,
            ObjectProvider<AlarmRecord> records,
            AlarmSettings settings,
            ClinicClock clock,
            MachineClock machineClock) {
        this.routes = List.copyOf(routes);
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** It is broken now. Said again and again, it goes out again only after a while. */
    public void raise(AlarmKind kind, String about) {
        var now = machineClock.instant();
        var repeatAfter = kind == AlarmKind.SHIFT_UNCOVERED
                ? settings.alarm().uncoveredRepeatAfter()
                : settings.alarm().repeatAfter();
        var last = raised.compute(
                new Subject(kind, about),
                (subject, before) -> before == null || !now.isBefore(before.plus(repeatAfter)) ? now : before);
        if (last.equals(now)) {
            sound(new Alarm(kind, about, clock.instant()));
        }
    }

    /** It works. Should it break again, that is a new alarm. */
    public void clear(AlarmKind kind, String about) {
        if (raised.remove(new Subject(kind, about)) != null) {
            log.atInfo().addKeyValue("alarm", kind).addKeyValue("about", about).log("An alarm is over");
        }
    }

    /** Raises or clears, by what a look has shown. */
    public void keep(AlarmKind kind, String about, boolean broken) {
        if (broken) {
            raise(kind, about);
        } else {
            clear(kind, about);
        }
    }

    private void sound(Alarm alarm) {
        log.atError()
                .addKeyValue("alarm", alarm.kind())
                .addKeyValue("about", alarm.about())
                .log("The chain is broken");
        routes.forEach(route -> Thread.ofVirtual().name("alarm-" + route.name()).start(() -> take(route, alarm)));
        Thread.ofVirtual().name("alarm-record").start(() -> record(alarm));
    }

    private static void take(AlarmRoute route, Alarm alarm) {
        try {
            if (!route.take(alarm)) {
                log.atError()
                        .addKeyValue("alarm", alarm.kind())
                        .addKeyValue("route", route.name())
                        .log("An alarm reached nobody by this route");
            }
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("alarm", alarm.kind())
                    .addKeyValue("route", route.name())
                    .addKeyValue("error", e.getClass().getName())
                    .log("A route of the alarm is broken");
        }
    }

    private void record(Alarm alarm) {
        try {
            records.getObject().add(alarm);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("alarm", alarm.kind())
                    .addKeyValue("error", e.getClass().getName())
                    .log("An alarm went out but could not be recorded");
        }
    }

    private record Subject(AlarmKind kind, String about) {}
}
