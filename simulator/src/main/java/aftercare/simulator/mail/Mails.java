package aftercare.simulator.mail;

import static java.time.ZoneOffset.UTC;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every e-mail that came. */
@Component
public class Mails {
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MachineClock clock;
    private final ClinicClock clinicClock;
    private final ApplicationEventPublisher events;

    Mails(
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

    void add(String from, String to, String subject, String body) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO mail (id, at, clinic_at, sender, recipient, subject, body)
                VALUES (:id, :at, :clinicAt, :sender, :recipient, :subject, :body)
                """)
                .param("id", id)
                .param("at", clock.instant().atOffset(UTC))
                .param("clinicAt", clinicClock.instant().atOffset(UTC))
                .param("sender", sealer.seal(from, id, "sender").sealed())
                .param("recipient", sealer.seal(to, id, "recipient").sealed())
                .param("subject", sealer.seal(subject, id, "subject").sealed())
                .param("body", sealer.seal(body, id, "body").sealed())
                .update();
        events.publishEvent(new MailCame());
    }

    /** The newest first. */
    public List<Mail> newest() {
        return jdbc.sql("SELECT * FROM mail ORDER BY at DESC, id LIMIT :shown")
                .param("shown", SHOWN)
                .query(this::toMail)
                .list();
    }

    private Mail toMail(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Mail(
                id,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("clinic_at", OffsetDateTime.class).toInstant(),
                sealer.open(new Sealed(row.getString("sender")), id, "sender"),
                sealer.open(new Sealed(row.getString("recipient")), id, "recipient"),
                sealer.open(new Sealed(row.getString("subject")), id, "subject"),
                sealer.open(new Sealed(row.getString("body")), id, "body"));
    }
}
