package aftercare.platform.outbox;

import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.duework.DueWork;
import aftercare.platform.events.EventsAutoConfiguration;
import aftercare.platform.events.Mailbox;
import aftercare.platform.faults.ChainAlarms;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a service that has tables and writes events. */
@AutoConfiguration(
        after = {
            EventsAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        })
@ConditionalOnBean({DataSource.class, Mailbox.class})
public class OutboxAutoConfiguration {
    /** An empty new broker is filled again from what is kept. */
    private static final Duration KEPT = Duration.ofDays(15);

    private static final int SWEPT_AT_ONCE = 1_000;

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc) {
        return new OutboxRows(jdbc);
    }

    @Bean
    DueWork outboxRelay(
            OutboxRows rows,
            PlatformTransactionManager transactions,
            Mailbox mailbox,
            MachineClock clock,
            ObjectProvider<ChainAlarms> alarms) {
        var relay = new Relay(
                rows, new TransactionTemplate(transactions), mailbox, clock, ChainAlarms.later(alarms::getObject));
        return new DueWork("outbox-relay", Duration.ofSeconds(1), relay::publishWaiting);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, DueWork outboxRelay) {
        return new JdbcOutbox(jdbc, outboxRelay::wake);
    }

    @Bean
    DueWork outboxHousekeeping(OutboxRows rows, MachineClock clock) {
        return new DueWork(
                "outbox-housekeeping",
                Duration.ofHours(1),
                () -> rows.deletePublishedBefore(clock.instant().minus(KEPT), SWEPT_AT_ONCE));
    }

    @Bean
    WorkSource outboxWork(OutboxRows rows) {
        return new OutboxWork(rows);
    }
}
