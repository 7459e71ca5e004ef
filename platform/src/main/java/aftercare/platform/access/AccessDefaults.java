package aftercare.platform.access;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service shows and keeps to itself, unless its own settings say otherwise. */
final class AccessDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "aftercare-access",
                        Map.of(
                                "management.endpoints.web.exposure.include", "health,prometheus",
                                "management.endpoint.health.probes.enabled", "true",
                                "management.endpoint.health.show-details", "never",
                                "server.tomcat.accesslog.enabled", "false",
                                // Where the relay of the console finds it; like every other path it needs a token.
                                "springdoc.api-docs.path", "/v1/openapi",
                                // At debug these write whole requests, with numbers and texts (S9).
                                "logging.level.com.twilio", "warn",
                                "logging.level.org.apache.hc", "warn")));
    }
}
