package aftercare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.audit.Audit;
import aftercare.platform.audit.AuditAutoConfiguration;
import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.duework.DueWork;
import aftercare.platform.duework.DueworkAutoConfiguration;
import aftercare.platform.events.EventPublisher;
import aftercare.platform.events.EventsAutoConfiguration;
import aftercare.platform.faults.FaultsAutoConfiguration;
import aftercare.platform.inbox.Inbox;
import aftercare.platform.inbox.InboxAutoConfiguration;
import aftercare.platform.outbox.Outbox;
import aftercare.platform.outbox.OutboxAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConditionsTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("spring.application.name=svc", "spring.kafka.bootstrap-servers=127.0.0.1:1")
            .withConfiguration(AutoConfigurations.of(
                    AuditAutoConfiguration.class,
                    ClockAutoConfiguration.class,
                    DueworkAutoConfiguration.class,
                    EventsAutoConfiguration.class,
                    FaultsAutoConfiguration.class,
                    InboxAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    KafkaAutoConfiguration.class,
                    OutboxAutoConfiguration.class));

    @Test
    void a_service_without_tables_reads_and_writes_events() {
        service.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(EventPublisher.class)
                .doesNotHaveBean(Outbox.class)
                .doesNotHaveBean(Inbox.class)
                .doesNotHaveBean(Audit.class)
                .doesNotHaveBean(DueWork.class));
    }

    @Test
    void a_service_that_switches_events_off_has_none() {
        service.withPropertyValues("aftercare.events.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(EventPublisher.class)
                        .doesNotHaveBean(Outbox.class));
    }
}
