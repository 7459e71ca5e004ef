package aftercare.escalation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** As much of messaging and journeys, and of the operator's alarm address, as escalation calls. */
final class FakeMessaging {
    private final HttpServer server;
    private final List<String> handedOver = new CopyOnWriteArrayList<>();
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String number = "+12025550100";
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile String overdue = "[]";
    private volatile boolean broken;

    FakeMessaging() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/replies/overdue", exchange -> answer(exchange, overdue));
        server.createContext("/v1/replies", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!broken && exchange.getRequestURI().getPath().equals("/v1/replies")) {
                handedOver.add(body);
            }
            answer(exchange, "{}");
        });
        server.createContext("/v1/lines/", exchange -> {
            asked.add(new String(
                    Base64.getUrlDecoder()
                            .decode(exchange.getRequestHeaders()
                                    .getFirst("Authorization")
                                    .split("\\.", -1)[1]),
                    StandardCharsets.UTF_8));
            var path = exchange.getRequestURI().getPath();
            var line = "{\"number\":\"" + number + "\",\"optedOut\":false,\"patients\":[]}";
            answer(exchange, answers.getOrDefault(path, path.endsWith("/thread") ? "[]" : line));
        });
        server.createContext(
                "/v1/",
                exchange -> answer(
                        exchange, answers.getOrDefault(exchange.getRequestURI().getPath(), "[]")));
        server.createContext("/alarms", exchange -> {
            alarms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "{}");
        });
        server.createContext("/actuator/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(broken ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What it, or journeys, answers at a path. */
    void answers(String path, String json) {
        answers.put(path, json);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void overdue(String json) {
        overdue = json;
    }

    void broken(boolean isBroken) {
        broken = isBroken;
    }

    /** The number of every line. */
    void number(String e164) {
        number = e164;
    }

    /** In whose name a line was asked for: the claims of each token. */
    String asked() {
        return String.join("\n", asked);
    }

    List<String> handedOver() {
        return List.copyOf(handedOver);
    }

    List<String> alarms() {
        return List.copyOf(alarms);
    }
}
