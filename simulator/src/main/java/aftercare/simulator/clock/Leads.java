package aftercare.simulator.clock;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.ClinicTimeMoved;
import aftercare.platform.clock.MachineClock;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far clinic time stands ahead of machine time, kept over restarts. It only ever grows. */
@Component
class Leads {
    private final JdbcClient jdbc;
    private final ClinicClock clock;
    private final MachineClock machine;

    Leads(JdbcClient jdbc, ClinicClock clock, MachineClock machine) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.machine = machine;
    }

    /** A machine whose own clock was set back since does not take the clinic with it. */
    @PostConstruct
    void restore() {
        jdbc.sql("SELECT lead_nanos, reached_at FROM clinic_time")
                .query((row, n) -> longer(
                        Duration.ofNanos(row.getLong("lead_nanos")),
                        Duration.between(
                                machine.instant(),
                                row.getObject("reached_at", OffsetDateTime.class)
                                        .toInstant())))
                .optional()
                .ifPresent(clock::leadBy);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** Makes it {@code wanted} in the clinic; an instant that has passed changes nothing. */
    Duration moveTo(Instant wanted) {
        var lead = longer(clock.lead(), Duration.between(machine.instant(), wanted));
        keep(lead);
        clock.leadBy(lead);
        return clock.lead();
    }

    /** Somebody moved the simulator's own clock as they would a service's. */
    @EventListener
    void on(ClinicTimeMoved moved) {
        keep(moved.lead());
    }

    private void keep(Duration lead) {
        jdbc.sql("""
                        INSERT INTO clinic_time (lead_nanos, reached_at) VALUES (:lead, :reached)
                        ON CONFLICT (one_row) DO UPDATE
                           SET lead_nanos = greatest(clinic_time.lead_nanos, excluded.lead_nanos),
                               reached_at = greatest(clinic_time.reached_at, excluded.reached_at)
                        """)
                .param("lead", lead.toNanos())
                .param("reached", machine.instant().plus(lead).atOffset(UTC))
                .update();
    }
}
