package aftercare.intake;

import aftercare.platform.sealing.Sealer;
import aftercare.testkit.Backing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The service with a real broker and a real database. */
@SpringBootTest(
        classes = IntakeApplication.class,
        properties = "spring.config.name=intake",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Backing.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit fill these
public abstract class RunningIntake {
    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Sealer sealer;

    @Value("${spring.kafka.bootstrap-servers}")
    private String bootstrapServers;

    @LocalServerPort
    private int port;

    protected Clinic clinic;
    protected ClinicTopics topics;

    @BeforeEach
    void open() {
        clinic = new Clinic(port);
        topics = new ClinicTopics(bootstrapServers);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    protected int held() {
        return jdbc.sql(
                        "SELECT (SELECT count(*) FROM record_version) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM visit)"
                                + " + (SELECT count(*) FROM patient) + (SELECT count(*) FROM received_event)")
                .query(Integer.class)
                .single();
    }
}
