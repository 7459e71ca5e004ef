package aftercare.testkit;

import aftercare.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a service under test a broker with every topic, a database of this JVM's own with the service's role and schema, test keys and
 * secrets, free ports, and a {@link FakeCarrier}. A test's own properties win over these.
 */
public final class Backing implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String TESTS_OWN = "Inlined Test Properties";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var service = environment.getProperty("spring.application.name");
        if (service == null) {
            service = environment.getRequiredProperty("spring.config.name");
        }
        var properties = new MapPropertySource("testkit", Map.copyOf(propertiesOf(service)));
        var sources = environment.getPropertySources();
        if (sources.contains(TESTS_OWN)) {
            sources.addAfter(TESTS_OWN, properties);
        } else {
            sources.addFirst(properties);
        }
    }

    /** What the service of this name is started with; for tests that start one without Spring's test support. */
    public static Map<String, Object> propertiesOf(String service) {
        var backend = Backend.running();
        var publicPort = FreePort.find();
        var properties = new HashMap<String, Object>();
        properties.put("aftercare.mode", "demo");
        properties.put("server.port", "0");
        properties.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        properties.put("spring.datasource.url", backend.jdbcUrl());
        properties.put("spring.datasource.username", service);
        properties.put("spring.datasource.password", backend.passwordOf(service));
        properties.put("spring.datasource.hikari.maximum-pool-size", "10");
        properties.put("aftercare.keyset", keyset());
        properties.put("aftercare.access.secret", Tokens.SECRET);
        properties.put("aftercare.public-port", "" + publicPort);
        properties.put("aftercare.public-url", "http://127.0.0.1:" + publicPort);
        properties.put("twilio.account-sid", FakeCarrier.ACCOUNT);
        properties.put("twilio.auth-token", FakeCarrier.TOKEN);
        properties.put("twilio.base-url", FakeCarrier.running().url().toString());
        properties.put("twilio.socket-timeout", "2s");
        return properties;
    }

    /** The published test keyset, with which the golden examples are sealed. Never for anybody's real words. */
    public static String keyset() {
        try (var keyset = Backing.class.getResourceAsStream("/aftercare/schemas/test-keyset.json")) {
            if (keyset == null) {
                throw new IllegalStateException("The test keyset is not on the class path");
            }
            return new String(keyset.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
