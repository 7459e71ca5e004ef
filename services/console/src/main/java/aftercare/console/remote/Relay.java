package aftercare.console.remote;

import aftercare.console.login.Staff;
import aftercare.platform.access.ServiceClients;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives scripts the services' own HTTP API under {@code /api/<service>/v1/...}, in the name of whoever signed in. */
@RestController
class Relay {
    private static final Set<String> SERVICES = Set.of("intake", "journeys", "messaging", "escalation");

    private final ServiceClients clients;

    Relay(ServiceClients clients) {
        this.clients = clients;
    }

    @RequestMapping("/api/{service}/v1/**")
    ResponseEntity<?> relay(
            @PathVariable String service,
            HttpServletRequest request,
            @RequestBody(required = false) byte @org.jspecify.annotations.Nullable [] body,
            Authentication signedIn)
            throws IOException {
        if (!SERVICES.contains(service)) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.NOT_FOUND, "No such service. There are: " + String.join(", ", SERVICES)))
                    .build();
        }
        var path = request.getRequestURI().substring(("/api/" + service).length());
        var target = UriComponentsBuilder.fromPath(path)
                .query(request.getQueryString())
                .build(true)
                .toUriString();
        var call = clients.to(service, Staff.of(signedIn).caller())
                .method(HttpMethod.valueOf(request.getMethod()))
                .uri(target);
        var type = request.getContentType();
        if (type != null && body != null) {
            call.header(HttpHeaders.CONTENT_TYPE, type).body(body);
        }
        return call.exchange((sent, answer) -> {
            var reply = ResponseEntity.status(answer.getStatusCode());
            var contentType = answer.getHeaders().getContentType();
            if (contentType != null) {
                reply.contentType(contentType);
            }
            var disposition = answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
            if (disposition != null) {
                reply.header(HttpHeaders.CONTENT_DISPOSITION, disposition);
            }
            return reply.body(answer.getBody().readAllBytes());
        });
    }
}
