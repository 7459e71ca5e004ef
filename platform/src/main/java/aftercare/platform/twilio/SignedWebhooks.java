package aftercare.platform.twilio;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only the carrier's own calls reach a webhook. The URL is the configured public one: behind a proxy the request's says nothing. */
final class SignedWebhooks extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(SignedWebhooks.class);

    private final WebhookSignatures signatures;
    private final String publicUrl;

    SignedWebhooks(WebhookSignatures signatures, String publicUrl) {
        this.signatures = signatures;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signature = request.getHeader("X-Twilio-Signature");
        if (signature != null && signatures.valid(url(request), form(request), signature)) {
            chain.doFilter(request, response);
        } else {
            log.atWarn()
                    .addKeyValue("signed", signature != null)
                    .log("A webhook call without a valid signature was refused");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String url(HttpServletRequest request) {
        var query = request.getQueryString();
        return publicUrl + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The request's parameters are those of the query, then those of the body; the signature wants the body's. */
    private static Map<String, String> form(HttpServletRequest request) {
        var inQuery = countsInQuery(request.getQueryString());
        var form = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            var skipped = inQuery.getOrDefault(name, 0L).intValue();
            if (values.length > skipped) {
                form.put(name, values[skipped]);
            }
        });
        return form;
    }

    private static Map<String, Long> countsInQuery(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
