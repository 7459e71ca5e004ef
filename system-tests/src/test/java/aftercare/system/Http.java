package aftercare.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP, as any script would speak it. */
final class Http {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final Map<String, String> headers;

    Http(String base) {
        this(base, Map.of());
    }

    private Http(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same door, knocked at by a member of staff with the demo password. */
    Http as(String staffId) {
        var credentials =
                Base64.getEncoder().encodeToString((staffId + ":demo-" + staffId).getBytes(StandardCharsets.UTF_8));
        return new Http(base, Map.of("Authorization", "Basic " + credentials));
    }

    JsonNode get(String path) {
        return JSON.readTree(required(send("GET", path, null, null)).body());
    }

    String text(String path) {
        return required(send("GET", path, null, null)).body();
    }

    JsonNode post(String path, Object body) {
        var answer = required(send("POST", path, "application/json", JSON.writeValueAsString(body)))
                .body();
        return answer.isBlank() ? JSON.nullNode() : JSON.readTree(answer);
    }

    HttpResponse<String> put(String path, String type, String body) {
        return send("PUT", path, type, body);
    }

    HttpResponse<String> send(String method, String path, @Nullable String type, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(6));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return client.send(
                    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> required(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return answer;
    }
}
