package aftercare.console.remote;

import org.springframework.http.ProblemDetail;
import org.springframework.web.client.RestClientResponseException;

/** What a service said is wrong, in words for a person. */
public record Problem(int status, String detail) {

    public static Problem of(RestClientResponseException refused) {
        var said = refused.getResponseBodyAs(ProblemDetail.class);
        var detail = said == null || said.getDetail() == null
                ? "The service refused this without a reason."
                : said.getDetail();
        return new Problem(refused.getStatusCode().value(), detail);
    }
}
