package aftercare.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A colleague's webhook, which checks what it is told as its owner would. */
final class Hook implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d{6})\"");
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");

    private final String secret;
    private final HttpServer server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean allSigned = true;

    Hook(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/page", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            allSigned &= isSigned(exchange.getRequestHeaders().getFirst("X-Aftercare-Signature"), body);
            var refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                taken.add(new String(body, UTF_8));
            }
            exchange.sendResponseHeaders(refused ? 503 : 204, -1);
        }
    }

    private boolean isSigned(String header, byte[] body) {
        var signature = SIGNATURE.matcher(String.valueOf(header));
        return signature.matches() && signature.group(2).equals(hmac(signature.group(1) + ".", body));
    }

    private String hmac(String before, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update(before.getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    }

    /** Answers 503 to the next calls. */
    void refuse(int times) {
        refusals.set(times);
    }

    List<String> taken() {
        return List.copyOf(taken);
    }

    boolean allSigned() {
        return allSigned;
    }

    String lastCode() {
        var code = CODE.matcher(taken.getLast());
        if (!code.find()) {
            throw new AssertionError("No code in the last call");
        }
        return code.group(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
