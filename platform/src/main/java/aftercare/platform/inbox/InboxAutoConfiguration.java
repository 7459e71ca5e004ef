package aftercare.platform.inbox;

import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox of a service that has tables. */
@AutoConfiguration(after = {ClockAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnBean(DataSource.class)
public class InboxAutoConfiguration {
    /** Longer than any topic or outbox keeps an event that could come again. */
    private static final Duration KEPT = Duration.ofDays(60);

    private static final int SWEPT_AT_ONCE = 1_000;

    @Bean
    JdbcInbox inbox(JdbcClient jdbc, MachineClock clock) {
        return new JdbcInbox(jdbc, clock);
    }

    @Bean
    DueWork inboxHousekeeping(JdbcInbox inbox, MachineClock clock) {
        return new DueWork(
                "inbox-housekeeping",
                Duration.ofHours(1),
                () -> inbox.forgetBefore(clock.instant().minus(KEPT), SWEPT_AT_ONCE));
    }
}
