package aftercare.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A carrier that speaks as much of Twilio's API as the SDK needs, over HTTP, and does as it is told. */
public final class FakeCarrier implements AutoCloseable {
    public static final String ACCOUNT = "ACffffffffffffffffffffffffffffffff";
    public static final String TOKEN = "test-auth-token";

    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    private static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Text> taken = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> callStatus = new ConcurrentHashMap<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final Queue<CarrierAnswer> script = new ConcurrentLinkedQueue<>();
    private final Map<String, CarrierAnswer> byNumber = new ConcurrentHashMap<>();
    private final Map<String, CarrierAnswer> nextByNumber = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private static final class Holder {
        private static final FakeCarrier RUNNING = new FakeCarrier();
    }

    /** A text the carrier took. */
    public record Text(
            String sid,
            String from,
            String to,
            String body,
            @Nullable URI statusCallback) {}

    /** A call it took: the phone rings until {@link #end}. */
    public record Call(String sid, String from, String to, URI answer, URI statusCallback) {}

    public FakeCarrier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(MESSAGES, this::answer);
        server.createContext(CALLS, this::answerCall);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The one that {@link Backing} tells services of. */
    public static FakeCarrier running() {
        return Holder.RUNNING;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Forgets texts, counts and orders. */
    public void reset() {
        taken.clear();
        calls.clear();
        callStatus.clear();
        script.clear();
        byNumber.clear();
        nextByNumber.clear();
        posts.set(0);
    }

    /** Does this with the next texts, in order; then accepts again. */
    public void next(CarrierAnswer... answers) {
        script.addAll(List.of(answers));
    }

    /** Does this with every text to a number. */
    public void always(String to, CarrierAnswer answer) {
        byNumber.put(to, answer);
    }

    /** Does this with the next text to a number; its calls ring all the same. */
    public void nextTextTo(String to, CarrierAnswer answer) {
        nextByNumber.put(to, answer);
    }

    /** Every text it took, oldest first. */
    public List<Text> texts() {
        return List.copyOf(taken);
    }

    public List<Text> textsTo(String number) {
        return taken.stream().filter(text -> text.to().equals(number)).toList();
    }

    /** Every call to a number, oldest first. */
    public List<Call> callsTo(String number) {
        return calls.stream().filter(call -> call.to().equals(number)).toList();
    }

    /** Something picks up; returns the TwiML that it hears. */
    public String pickUp(Call call) {
        callStatus.put(call.sid(), "in-progress");
        return ask(call, call.answer(), Map.of());
    }

    /** Somebody presses keys, or none, where the service said it listens; returns the TwiML that they hear next. */
    public String press(Call call, URI action, String digits) {
        return ask(call, action, Map.of("Digits", digits));
    }

    /** What the service answers when asked what the call shall say. */
    public String ask(Call call, URI url, Map<String, String> further) {
        var form = new HashMap<>(formOf(call));
        form.putAll(further);
        var answer = send(url, form, BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The service answered " + answer.statusCode() + " for a call");
        }
        return answer.body();
    }

    /** Ends a call and tells the service, signed; returns the HTTP status. */
    public int end(Call call, String status) {
        callStatus.put(call.sid(), status);
        return post(call.statusCallback(), formOf(call));
    }

    /** Ends a call without telling. */
    public void endSilently(Call call, String status) {
        callStatus.put(call.sid(), status);
    }

    private Map<String, String> formOf(Call call) {
        return Map.of(
                "CallSid",
                call.sid(),
                "CallStatus",
                callStatus.getOrDefault(call.sid(), "ringing"),
                "From",
                call.from(),
                "To",
                call.to(),
                "Direction",
                "outbound-api",
                "AccountSid",
                ACCOUNT,
                "ApiVersion",
                "2010-04-01");
    }

    /** How often it was asked to send, whatever became of it. */
    public int posts() {
        return posts.get();
    }

    /** Tells the service, signed, what became of a text. */
    public int report(Text text, String status) {
        var callback = text.statusCallback();
        if (callback == null) {
            throw new IllegalArgumentException("The text has no status callback");
        }
        return post(
                callback,
                Map.of(
                        "MessageSid",
                        text.sid(),
                        "MessageStatus",
                        status,
                        "From",
                        text.from(),
                        "To",
                        text.to(),
                        "AccountSid",
                        ACCOUNT,
                        "ApiVersion",
                        "2010-04-01"));
    }

    /** Hands the service an inbound text, signed; returns the HTTP status and the text's id. */
    public Handed deliver(URI webhook, String from, String to, String body) {
        var sid = newSid();
        var status = post(
                webhook,
                Map.of(
                        "MessageSid",
                        sid,
                        "SmsSid",
                        sid,
                        "SmsMessageSid",
                        sid,
                        "SmsStatus",
                        "received",
                        "From",
                        from,
                        "To",
                        to,
                        "Body",
                        body,
                        "NumMedia",
                        "0",
                        "AccountSid",
                        ACCOUNT));
        return new Handed(status, sid);
    }

    /** What the service answered to an inbound text. */
    public record Handed(int httpStatus, String sid) {}

    /** Posts any form, signed as the carrier signs, and returns the HTTP status. */
    public int post(URI url, Map<String, String> form) {
        return send(url, form, BodyHandlers.discarding()).statusCode();
    }

    private <T> HttpResponse<T> send(URI url, Map<String, String> form, HttpResponse.BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", TwilioSignature.of(TOKEN, url.toString(), form))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if ("POST".equals(exchange.getRequestMethod())) {
                create(exchange, parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            } else {
                list(exchange, parameters(exchange.getRequestURI().getRawQuery()));
            }
        }
    }

    /** Creates a call, or tells how far one has come. */
    private void answerCall(HttpExchange exchange) throws IOException {
        try (exchange) {
            if ("POST".equals(exchange.getRequestMethod())) {
                createCall(
                        exchange,
                        parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            } else {
                var path = exchange.getRequestURI().getPath();
                var sid = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
                send(exchange, 200, callJson(sid));
            }
        }
    }

    private void createCall(HttpExchange exchange, Map<String, String> form) throws IOException {
        switch (byNumber.getOrDefault(form.get("To"), new CarrierAnswer.Accept())) {
            case CarrierAnswer.Accept() ->
                send(exchange, 201, callJson(takeCall(form).sid()));
            case CarrierAnswer.Refuse(var status, var code) ->
                send(exchange, status, Map.of("status", status, "code", code, "message", "Refused", "more_info", ""));
            case CarrierAnswer.Fail(var took) -> {
                takeCallIf(took, form);
                send(exchange, 500, Map.of("status", 500, "code", 20500, "message", "Internal", "more_info", ""));
            }
            case CarrierAnswer.Hang(var took) -> {
                takeCallIf(took, form);
                hang();
            }
            case CarrierAnswer.Drop(var took) -> takeCallIf(took, form);
        }
    }

    private void takeCallIf(boolean took, Map<String, String> form) {
        if (took) {
            takeCall(form);
        }
    }

    private Call takeCall(Map<String, String> form) {
        var call = new Call(
                newSid().replaceFirst("SM", "CA"),
                form.getOrDefault("From", ""),
                form.getOrDefault("To", ""),
                URI.create(form.getOrDefault("Url", "")),
                URI.create(form.getOrDefault("StatusCallback", "")));
        calls.add(call);
        return call;
    }

    private Map<String, Object> callJson(String sid) {
        return Map.of(
                "sid",
                sid,
                "account_sid",
                ACCOUNT,
                "status",
                callStatus.getOrDefault(sid, "ringing"),
                "api_version",
                "2010-04-01");
    }

    private void create(HttpExchange exchange, Map<String, String> form) throws IOException {
        posts.incrementAndGet();
        var once = nextByNumber.remove(form.getOrDefault("To", ""));
        var scripted = once == null ? script.poll() : once;
        var answer = scripted == null ? byNumber.getOrDefault(form.get("To"), new CarrierAnswer.Accept()) : scripted;
        switch (answer) {
            case CarrierAnswer.Accept() -> send(exchange, 201, json(take(form)));
            case CarrierAnswer.Refuse(var status, var code) ->
                send(exchange, status, Map.of("status", status, "code", code, "message", "Refused", "more_info", ""));
            case CarrierAnswer.Fail(var took) -> {
                takeIf(took, form);
                send(exchange, 500, Map.of("status", 500, "code", 20500, "message", "Internal", "more_info", ""));
            }
            case CarrierAnswer.Hang(var took) -> {
                takeIf(took, form);
                hang();
            }
            case CarrierAnswer.Drop(var took) -> takeIf(took, form);
        }
    }

    private void hang() {
        try {
            var _ = closing.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeIf(boolean took, Map<String, String> form) {
        if (took) {
            take(form);
        }
    }

    private Text take(Map<String, String> form) {
        var callback = form.get("StatusCallback");
        var text = new Text(
                newSid(),
                form.getOrDefault("From", ""),
                form.getOrDefault("To", ""),
                form.getOrDefault("Body", ""),
                callback == null ? null : URI.create(callback));
        taken.add(text);
        return text;
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        var to = query.get("To");
        var page = new HashMap<String, Object>();
        page.put(
                "messages",
                (to == null ? texts() : textsTo(to))
                        .reversed().stream().map(FakeCarrier::json).toList());
        page.put("page", 0);
        page.put("page_size", 1000);
        page.put("uri", MESSAGES);
        page.put("first_page_uri", MESSAGES);
        send(exchange, 200, page);
    }

    private static Map<String, Object> json(Text text) {
        return Map.of(
                "sid",
                text.sid(),
                "account_sid",
                ACCOUNT,
                "from",
                text.from(),
                "to",
                text.to(),
                "body",
                text.body(),
                "status",
                "queued",
                "num_segments",
                "1",
                "api_version",
                "2010-04-01");
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        var parameters = new TreeMap<String, String>();
        if (encoded != null) {
            for (var pair : encoded.split("&", -1)) {
                var parts = pair.split("=", 2);
                parameters.put(
                        URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return parameters;
    }
}
