package aftercare.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** As much of a service as a page under test asks: fixed answers by path, and what was done by POST and PUT. */
final class FakeService {
    static final String UNKNOWN = "There is no such thing here.";

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(String path, String json) {
        answers.put(path, json);
    }

    /** As if it had never been told. */
    void forget(String path) {
        answers.remove(path);
    }

    /** Path and body of each call that was no look. */
    List<String> posted() {
        return posted;
    }

    /** The query of each look. */
    List<String> asked() {
        return asked;
    }

    /** Answers this path with an error, as a service in trouble does. */
    void breakDown(String path) {
        broken.add(path);
    }

    void mend() {
        broken.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!"GET".equals(exchange.getRequestMethod())) {
                posted.add(path + " " + body);
            }
            asked.add(String.valueOf(exchange.getRequestURI().getQuery()));
            if (broken.contains(path)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var json = answers.getOrDefault(path, "{\"detail\":\"" + UNKNOWN + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            var known = answers.containsKey(path);
            exchange.getResponseHeaders().add("Content-Type", known ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(known ? 200 : 404, json.length);
            exchange.getResponseBody().write(json);
        }
    }
}
