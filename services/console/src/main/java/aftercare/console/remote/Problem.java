package aftercare.console.remote;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.RestClientResponseException;

/** What a service said is wrong, in words for a person. */
public record Problem(int status, String detail) {
    private static final String NO_REASON = "The service refused this without a reason.";

    public static Problem of(RestClientResponseException refused) {
        var said = refused.getResponseBodyAs(ProblemDetail.class);
        return new Problem(refused.getStatusCode().value(), said == null ? NO_REASON : words(said));
    }

    private static String words(ProblemDetail said) {
        var detail = said.getDetail() == null ? NO_REASON : said.getDetail();
        var properties = said.getProperties();
        return properties != null && properties.get("problems") instanceof List<?> problems
                ? detail + " " + problems.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : detail;
    }
}
