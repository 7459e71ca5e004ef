package aftercare.platform.events;

import static aftercare.platform.Facts.NOON;
import static aftercare.platform.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aftercare.embedded.EmbeddedBroker;
import aftercare.platform.RealParts;
import aftercare.platform.TestService;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.outbox.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BrokerOutageIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final String patient = RealParts.freshName("p");

    @Test
    void a_service_starts_without_a_broker_and_loses_nothing_when_it_comes_goes_and_comes_back() throws Exception {
        var port = freePort();
        var directory = RealParts.freshDirectory();
        try (var service = TestService.start(
                RealParts.freshName("svc"),
                Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:" + port),
                CheckInListener.class)) {
            var listener = service.get(CheckInListener.class);
            add(service, "before any broker");
            assertThat(service.get("consumerWork", WorkSource.class).pending(NOON))
                    .as("nobody can say that nothing is pending")
                    .isPositive();

            try (var _ = EmbeddedBroker.start(directory, port, 0)) {
                await().atMost(A_MINUTE)
                        .untilAsserted(() ->
                                assertThat(listener.appointmentsOf(patient)).containsExactly("before any broker"));
            }
            add(service, "while it was gone");
            add(service, "and another");

            try (var _ = EmbeddedBroker.start(directory, port, 0)) {
                await().atMost(A_MINUTE)
                        .untilAsserted(() -> assertThat(listener.appointmentsOf(patient))
                                .containsSubsequence("before any broker", "while it was gone", "and another"));
                await().atMost(A_MINUTE)
                        .untilAsserted(() -> assertThat(service.get("consumerWork", WorkSource.class)
                                        .pending(NOON))
                                .isZero());
            }
        }
    }

    private void add(TestService service, String appointment) {
        new TransactionTemplate(service.get(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        service.get(Outbox.class).add(UUID.randomUUID(), patient, NOON, started(patient, appointment)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
