package aftercare.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of escalation as journeys asks: whether somebody is surely on call, and test texts are taken or refused as a test says. */
final class FakeEscalation {
    private final HttpServer server;
    private final List<Asked> testTexts = new CopyOnWriteArrayList<>();
    private volatile boolean covered;
    private volatile int status;
    private volatile String body = "";

    /** A test text as it was asked for, and in whose name. */
    record Asked(String path, String token, String body) {}

    FakeEscalation() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/v1/on-call/cover",
                exchange -> answer(
                        exchange, 200, "{\"staffed\":true,\"onCall\":" + covered + ",\"covered\":" + covered + "}"));
        server.createContext("/v1/staff/", this::testText);
        reset();
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void reset() {
        covers(true);
        testTexts.clear();
        answersTestTexts(202, "");
    }

    /** @param surely whether somebody is surely on call at whatever time is asked for */
    void covers(boolean surely) {
        covered = surely;
    }

    void answersTestTexts(int with, String saying) {
        status = with;
        body = saying;
    }

    List<Asked> testTexts() {
        return List.copyOf(testTexts);
    }

    private void testText(HttpExchange exchange) throws IOException {
        testTexts.add(new Asked(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answer(exchange, status, body);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
