package aftercare.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clinic's side over real HTTP: webhooks that remember what they were sent, and a service with due work that lives on the clinic time
 * it is told.
 */
public final class FakeClinic implements AutoCloseable {
    private static final Pattern LEAD = Pattern.compile("\"lead\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpServer server;
    private final RequestValidator validator;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final NavigableSet<Instant> due = new ConcurrentSkipListSet<>();
    private final NavigableSet<Instant> callsForPerson = new ConcurrentSkipListSet<>();
    private final List<Instant> doneAt = new CopyOnWriteArrayList<>();
    private final AtomicLong activity = new AtomicLong();
    private final AtomicLong attention = new AtomicLong();
    private volatile Duration lead = Duration.ZERO;
    private volatile boolean stuck;

    /** A webhook call. */
    public record Call(String path, Map<String, String> form, boolean signed, String token) {
        public @Nullable String field(String name) {
            return form.get(name);
        }
    }

    public FakeClinic(String authToken) {
        validator = new RequestValidator(authToken);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks/", this::webhook);
        server.createContext("/v1/work", this::work);
        server.createContext("/v1/clock", this::clock);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** Answers 503 to the next webhook calls. */
    public void refuseNext(int times) {
        refusals.set(times);
    }

    /** What it wants said, from now on, when asked at this path. */
    public void script(String path, String twiml) {
        scripts.put(path, twiml);
    }

    public void plan(Instant at) {
        due.add(at);
    }

    /** At this instant a person is called. */
    public void planCall(Instant at) {
        due.add(at);
        callsForPerson.add(at);
    }

    public void stuck(boolean now) {
        stuck = now;
    }

    /** Clinic time at each deed. */
    public List<Instant> doneAt() {
        return doneAt;
    }

    public Duration lead() {
        return lead;
    }

    private void webhook(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var path = exchange.getRequestURI().toString();
        var signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
        var token = exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token");
        calls.add(new Call(
                path,
                form,
                signature != null && validator.validate(url(path).toString(), form, signature),
                token == null ? "" : token));
        var refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        answer(
                exchange,
                refused ? 503 : 200,
                scripts.getOrDefault(exchange.getRequestURI().getPath(), "<Response/>"));
    }

    private void work(HttpExchange exchange) throws IOException {
        var now = clinicNow();
        for (var at = due.pollFirst(); at != null; at = due.pollFirst()) {
            if (at.isAfter(now)) {
                due.add(at);
                break;
            }
            doneAt.add(now);
            activity.incrementAndGet();
            if (callsForPerson.remove(at)) {
                attention.incrementAndGet();
            }
        }
        var next = due.isEmpty() ? "null" : "\"" + due.first() + "\"";
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(
                exchange,
                200,
                "{\"pending\":%d,\"nextDueAt\":%s,\"activity\":%d,\"attention\":%d,\"new\":true}"
                        .formatted(stuck ? 1 : 0, next, activity.get(), attention.get()));
    }

    private void clock(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var told = LEAD.matcher(body);
        if (told.find()) {
            lead = Duration.parse(told.group(1));
        }
        answer(exchange, 204, "");
    }

    private Instant clinicNow() {
        return Clock.systemUTC().instant().plus(lead);
    }

    private static Map<String, String> form(String body) {
        var form = new TreeMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
