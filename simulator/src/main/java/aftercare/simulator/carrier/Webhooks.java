package aftercare.simulator.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posts signed forms to the clinic, as Twilio does: 5 s to connect, 15 s in all, no redirect followed. */
@Component
public class Webhooks {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(15);
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final TwilioAccount account;
    private final ClinicLines lines;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    Webhooks(TwilioAccount account, ClinicLines lines) {
        this.account = account;
        this.lines = lines;
    }

    /** A demo calls this machine, and the hosts its lines are set up with; nothing else. */
    public boolean mayCall(String url) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            return host != null
                    && Set.of("http", "https").contains(uri.getScheme())
                    && (THIS_MACHINE.contains(host)
                            || lines.all().stream()
                                    .anyMatch(line -> host.equals(line.webhook().getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the HTTP status; nothing when there was no answer. */
    public OptionalInt post(URI url, Map<String, String> form, String idempotencyToken) {
        return send(url, form, idempotencyToken, BodyHandlers.discarding())
                .map(answer -> OptionalInt.of(answer.statusCode()))
                .orElseGet(OptionalInt::empty);
    }

    /** Returns what the clinic says a call shall say; nothing when it did not answer with 2xx. */
    public Optional<String> ask(URI url, Map<String, String> form, String idempotencyToken) {
        return send(url, form, idempotencyToken, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .filter(answer -> answer.statusCode() / 100 == 2)
                .map(HttpResponse::body);
    }

    private <T> Optional<HttpResponse<T>> send(
            URI url, Map<String, String> form, String idempotencyToken, BodyHandler<T> handler) {
        var signature = new TwilioSignature(account.authToken()).of(url.toString(), form);
        var request = HttpRequest.newBuilder(url)
                .timeout(TOTAL)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", signature)
                .header("I-Twilio-Idempotency-Token", idempotencyToken)
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            return Optional.of(http.send(request, handler));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
