package aftercare.escalation.alarms;

import aftercare.platform.clock.MachineClock;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL whether it is there, by a connection of its own: a pool that is empty or waits says nothing about that. */
@Component
public class DatabaseProbe {
    private static final String SECONDS = "2";

    private final JdbcConnectionDetails database;
    private final Alarms alarms;
    private final AlarmSettings settings;
    private final MachineClock clock;
    private volatile Instant lastAnswerAt;

    DatabaseProbe(JdbcConnectionDetails database, Alarms alarms, AlarmSettings settings, MachineClock clock) {
        this.database = database;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.lastAnswerAt = clock.instant();
    }

    void look() {
        if (answers()) {
            lastAnswerAt = clock.instant();
        }
        var goneSince = lastAnswerAt.plus(settings.alarm().databaseGoneAfter());
        alarms.keep(AlarmKind.DATABASE_GONE, "postgresql", !clock.instant().isBefore(goneSince));
    }

    public boolean answeredWithin(Duration span) {
        return clock.instant().isBefore(lastAnswerAt.plus(span));
    }

    private boolean answers() {
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
