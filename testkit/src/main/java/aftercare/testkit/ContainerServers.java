package aftercare.testkit;

import aftercare.embedded.ServiceRoles;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same in containers; Testcontainers removes them after the JVM. */
final class ContainerServers implements Servers {
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.0");
    private final PostgreSQLContainer postgresql = new PostgreSQLContainer("postgres:18").withDatabaseName("aftercare");

    ContainerServers() {
        kafka.start();
        postgresql.start();
    }

    @Override
    public String description() {
        return "containers of Kafka and PostgreSQL";
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String jdbcUrl() {
        return postgresql.getJdbcUrl();
    }

    @Override
    public void createServiceRole(String name, String password) {
        new ServiceRoles(postgresql.getJdbcUrl(), postgresql.getUsername(), postgresql.getPassword())
                .createServiceRole(name, password);
    }
}
