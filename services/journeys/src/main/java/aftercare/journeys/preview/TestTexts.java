package aftercare.journeys.preview;

import aftercare.journeys.problems.Refusal;
import aftercare.journeys.problems.Result;
import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Sends a sample to the writer's own verified phone, over the line that pages go by: never to a patient, and never as the clinic's text. */
@Component
class TestTexts {
    private static final String MARK = "[Test] ";

    private final ServiceClients services;

    TestTexts(ServiceClients services) {
        this.services = services;
    }

    /** In the name of whoever asks, since only they may text themselves. */
    Result<String> send(Sample sample, Caller to) {
        try {
            services.to("escalation", to)
                    .post()
                    .uri("/v1/staff/{id}/test-texts", to.id())
                    .body(Map.of("text", MARK + sample.text()))
                    .retrieve()
                    .toBodilessEntity();
            return Result.done(sample.field());
        } catch (HttpClientErrorException refused) {
            var said = refused.getResponseBodyAs(ProblemDetail.class);
            return Result.refused(Refusal.unusable(
                    "test-text-refused",
                    said == null || said.getDetail() == null ? "The text was not sent." : said.getDetail()));
        } catch (RestClientException silent) {
            return Result.refused(
                    Refusal.unusable(
                            "test-text-unanswered",
                            "The paging line does not answer, so the text may or may not come. Wait a minute before you try again."));
        }
    }
}
