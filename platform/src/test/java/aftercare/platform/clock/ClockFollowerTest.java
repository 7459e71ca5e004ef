package aftercare.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;

class ClockFollowerTest {
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer simulator;
    private volatile String lead = "PT5H";

    ClockFollowerTest() throws IOException {
        simulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        simulator.createContext("/v1/clock", exchange -> {
            try (exchange) {
                var body = "{\"now\":\"2026-03-07T22:00:00Z\",\"lead\":\"%s\",\"playing\":false,\"pausedBy\":null}"
                        .formatted(lead)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.stop(0);
    }

    @Test
    void nothing_starts_before_the_lead_is_known_and_a_lost_move_is_recovered() {
        refusals.set(3);
        demo().withUserConfiguration(DueWorkLike.class).run(context -> {
            assertThat(refusals).as("it asked until it was answered").hasValueLessThan(1);
            assertThat(context.getBean(DueWorkLike.class).leadAtStart).isEqualTo(Duration.ofHours(5));
            lead = "P1D";
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> context.getBean(ClinicClock.class).lead().equals(Duration.ofDays(1)));
        });
    }

    @Test
    void a_live_deployment_refuses_a_clock_that_can_be_moved() {
        service("live")
                .withPropertyValues("aftercare.clock.url=http://127.0.0.1:1/v1/clock")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class));
    }

    @Test
    void what_is_not_said_to_be_a_demo_is_live() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(ClockController.class);
                    assertThat(Mode.of(context.getEnvironment())).isEqualTo(Mode.LIVE);
                });
        service("demonstration").run(context -> assertThat(context).doesNotHaveBean(ClockController.class));
    }

    private ApplicationContextRunner demo() {
        return service("demo")
                .withPropertyValues("aftercare.clock.url=http://127.0.0.1:"
                        + simulator.getAddress().getPort() + "/v1/clock");
    }

    private static ApplicationContextRunner service(String mode) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ClockAutoConfiguration.class,
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        RestClientAutoConfiguration.class))
                .withPropertyValues("aftercare.mode=" + mode);
    }

    /** Starts in a phase of its own, as due work and listeners do. */
    static final class DueWorkLike implements SmartLifecycle {
        private final ClinicClock clock;
        private @Nullable Duration leadAtStart;

        DueWorkLike(ClinicClock clock) {
            this.clock = clock;
        }

        @Override
        public void start() {
            leadAtStart = clock.lead();
        }

        @Override
        public void stop() {
            leadAtStart = null;
        }

        @Override
        public boolean isRunning() {
            return leadAtStart != null;
        }

        /** Before due work, to be on the safe side. */
        @Override
        public int getPhase() {
            return 0;
        }
    }
}
