package aftercare.platform;

import aftercare.platform.audit.AuditAutoConfiguration;
import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.events.EventsAutoConfiguration;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.FaultsAutoConfiguration;
import aftercare.platform.inbox.InboxAutoConfiguration;
import aftercare.platform.outbox.OutboxAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service with a schema and name of its own, made of the platform's real beans. */
public final class TestService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestService start(Class<?>... parts) {
        return start(RealParts.freshName("svc"), Map.of(), parts);
    }

    public static TestService start(String name, Map<String, String> properties, Class<?>... parts) {
        RealParts.database().createServiceRole(name, "secret");
        var all = new TreeMap<String, Object>(Map.of(
                "spring.application.name",
                name,
                "spring.config.name",
                "none",
                "spring.datasource.url",
                RealParts.database().jdbcUrl(),
                "spring.datasource.username",
                name,
                "spring.datasource.password",
                "secret",
                "spring.datasource.hikari.schema",
                name,
                "spring.flyway.default-schema",
                name,
                "spring.flyway.locations",
                "classpath:aftercare/platform/db"));
        all.putAll(properties);
        if (!"false".equals(properties.get("aftercare.events.enabled"))) {
            all.computeIfAbsent("spring.kafka.bootstrap-servers", _ -> RealParts.bootstrapServers());
        }
        var context = new SpringApplicationBuilder(Beans.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .properties(all)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run();
        return new TestService(context);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public List<String> alarms() {
        return get(Beans.class).alarms;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        AuditAutoConfiguration.class,
        ClockAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        EventsAutoConfiguration.class,
        FaultsAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        InboxAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        KafkaAutoConfiguration.class,
        OutboxAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Beans {
        final List<String> alarms = new CopyOnWriteArrayList<>();

        @Bean
        ChainAlarms alarms() {
            return (kind, about) -> alarms.add(kind);
        }
    }
}
