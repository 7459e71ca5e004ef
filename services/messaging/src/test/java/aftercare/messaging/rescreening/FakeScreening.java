package aftercare.messaging.rescreening;

import aftercare.schemas.screening.Versions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** As much of screening as messaging calls: it says its version. */
final class FakeScreening {
    private final HttpServer server;
    private volatile Versions versions = new Versions("test", "test", null);

    FakeScreening() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/version", exchange -> {
            try (exchange) {
                var json = "{\"engine\":\"%s\",\"rules\":\"%s\",\"model\":null}"
                        .formatted(versions.engine(), versions.rules())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void isOf(Versions now) {
        versions = now;
    }
}
