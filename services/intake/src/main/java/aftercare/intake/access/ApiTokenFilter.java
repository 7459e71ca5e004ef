package aftercare.intake.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who presents the API token, compared in constant time. */
final class ApiTokenFilter extends OncePerRequestFilter {
    private static final String WORDS =
            "This door needs the header Authorization: Bearer <API token>, with the token set as intake.api-token.";

    private final byte @Nullable [] expected;

    ApiTokenFilter(@Nullable String token) {
        this.expected = token == null || token.isBlank() ? null : ("Bearer " + token).getBytes(UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().equals("/fhir/metadata");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (expected != null && given != null && MessageDigest.isEqual(expected, given.getBytes(UTF_8))) {
            chain.doFilter(request, response);
        } else {
            refuse(request.getRequestURI().startsWith("/fhir"), response);
        }
    }

    private static void refuse(boolean fhir, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(fhir ? "application/fhir+json;charset=UTF-8" : "application/problem+json");
        response.getWriter().write(fhir ? """
                                  {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"login","diagnostics":"%s"}]}""".formatted(WORDS) : """
                                  {"type":"urn:aftercare:problem:no-token","title":"API token needed","status":401,"detail":"%s"}""".formatted(WORDS));
    }
}
